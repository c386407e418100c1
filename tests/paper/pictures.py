"""Pages as a printer would draw them, in gray."""

import pypdfium2


def drawn(file, dpi, page=0):
    """A page of a PDF as a picture."""
    with pypdfium2.PdfDocument(file) as pdf:
        return pdf[page].render(scale=dpi / 72).to_pil().convert("L")


def count(file):
    """How many pages a PDF has."""
    with pypdfium2.PdfDocument(file) as pdf:
        return len(pdf)
