"""The decks that show where cards lie: one for every stock and edge, and the rest of what moves them."""

import built
import fixture
from stocks import NAMES, STOCKS

EDGES = ("long-edge", "short-edge")


def name_of(stock, way):
    """The name of the deck on `stock` that is turned this way."""
    return f"{stock.split()[0].lower()}-{way}"


def on_all_stocks():
    """A site with a deck on every stock for every way a sheet is turned."""
    def of(stock, way):
        cards = fixture.NUMBERED[: len(STOCKS[stock].cards())]
        return fixture.deck(stock=stock, cards=cards, back="follow-ups", duplex=way)

    ways = [*EDGES, "fold", "none"]
    names = [name.split()[0] for name in NAMES]
    return built.site("stocks", fixture.files({name_of(name, way): of(name, way) for name in names for way in ways}))


def under_all_names():
    """A site with a deck on every stock under each of its names."""
    decks = {f"under-{name.lower()}": fixture.deck("blank-cards", name) for name in STOCKS}
    return built.site("names", fixture.files(decks))


def moved():
    """A site whose printer is off: all by 1.5 mm to the right and 2 mm up, backs by 0.5 mm and 1 mm more."""
    decks = {
        name_of(stock, edge): fixture.deck(stock=stock, cards=fixture.NUMBERED, back="follow-ups", duplex=edge)
        for stock in ("5371", "L4785", "L7421")
        for edge in EDGES
    }
    return built.site("moved", fixture.files(decks, "print: {offset: [1.5, -2], back_offset: [0.5, 1]}\n"))
