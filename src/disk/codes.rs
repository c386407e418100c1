//! The kinds of findings about files.

crate::codes! {
    /// A file or folder cannot be read.
    ///
    /// The system refuses to show what is in it, so the site would be published without it.
    /// Most often the file belongs to another user, is still being downloaded by a cloud folder, or lies on a disk that was taken away.
    /// Open it in your editor: if that fails too, ask whoever manages the computer for permission to read it.
    UNREADABLE = "unreadable", Error, Fixed;

    /// A text is not saved as UTF-8.
    ///
    /// UTF-8 is how today's programs write letters; older ones write é, ñ or curly quotes in other ways, which would show as question marks.
    /// Open the file in your editor, choose "Save as" or "Save with encoding", and pick UTF-8.
    NOT_UTF8 = "not-utf8", Error, Fixed;

    /// A text holds a NUL character, which no text has.
    ///
    /// The file is damaged, or it is not a text at all (a Word document that was renamed to `.md`, for example).
    /// Open it in the program that made it and save it as plain text.
    NUL_CHARACTER = "nul-character", Error, Fixed;

    /// A file is too large to be published.
    ///
    /// A text may have 5 MiB, a table 20 MiB, any other file 100 MB: GitHub refuses larger files, and readers on a phone cannot load them.
    /// Split a long text into several pages; export a picture or a PDF with fewer pixels; put a film where your district keeps films and link to it.
    FILE_TOO_LARGE = "file-too-large", Error, Fixed;

    /// A file is so large that readers will wait for it.
    ///
    /// Above 25 MB a file takes minutes on a school's network or a phone, and GitHub's web page does not accept it.
    /// Export the picture or PDF with fewer pixels, or compress it.
    LARGE_FILE = "large-file", Warning, Adjustable;

    /// The name of a file or folder cannot be written in an address.
    ///
    /// It holds bytes that are no letters (it was made on a system with another encoding), or a backslash.
    /// Rename the file; letters, digits, `-` and `_` are safe everywhere.
    UNUSABLE_NAME = "unusable-name", Error, Fixed;

    /// A link in the file system leads where it may not.
    ///
    /// A symbolic link may stand for a file of the same site.
    /// One that leads out of the site, to a folder, to a hidden file, to itself or to nothing is not followed, because it could publish what you never meant to.
    /// Put the file itself where the link is.
    LINK_REFUSED = "link-refused", Error, Fixed;

    /// Something lies among the files that is no file.
    ///
    /// Pipes, sockets and devices have no content that could be published, and reading one could wait for ever.
    /// Delete it, or move it out of the folder.
    NOT_A_FILE = "not-a-file", Error, Fixed;

    /// An image cannot be published as it is.
    ///
    /// It is damaged, has a format that browsers do not show (HEIC, TIFF, BMP), has more than 64 million pixels, or cannot be freed from camera data such as the place where it was taken.
    /// The help of the finding says what to do; exporting it as JPEG or PNG is nearly always right.
    IMAGE = "image", Error, Fixed;

    /// An SVG drawing could run a program or load something from elsewhere.
    ///
    /// SVG files are small web pages. Scripts, links to other places and embedded pages in them are refused, so that no page of the hub ever reaches out.
    /// Export the drawing as "plain SVG" or as PNG.
    UNSAFE_SVG = "unsafe-svg", Error, Fixed;
}
