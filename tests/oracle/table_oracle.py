"""Random claims about SIPRI's TIV table of all recipients or suppliers, judged twice.

    table_oracle.py PROGRAM TABLE_CSV [--count 300] [--seed N]
    table_oracle.py PROGRAM --made [--count 300] [--seed N]
    table_oracle.py --self-test

The table prints whole millions, so every figure is an interval, and some claims cannot be
decided: a cell 237 is [236.5, 237.5), a printed 0 is [0, 0.5), an empty cell is none.

    whole   each year's total row T is [T - 0.5, T + 0.5), narrowed to what the sum of the
            rows' intervals allows; a window is the sum of its years
    share   the meet of part / whole and [pl / (pl + oh), ph / (ph + ol)], o = other rows
    rank    between 1 + the states surely larger and 1 + those possibly larger

Figure wholly in the claimed range: supported; disjoint: refuted; else open (rounding). A
year whose total is empty is not covered.
"""
from fractions import Fraction
import random
import sys

sys.dont_write_bytecode = True
from claims_oracle import FORMER, MILLION, SPELLINGS, is_state  # noqa: E402
import claim_rules as rules  # noqa: E402
import harness  # noqa: E402
import made  # noqa: E402

FLOWS = {"Recipient": "import", "Exports by": "export"}
HALF = Fraction(1, 2)
NOTHING = rules.point(0)
SEED = 20241013
LONGEST = 5


def read_cell(text):
    """A cell's interval in millions and its printed value; None where it is empty."""
    text = text.strip()
    if not text:
        return None
    value = Fraction(text)
    return rules.Figure(max(value - HALF, Fraction(0)), value + HALF, True), value


def add(figures):
    figures = list(figures)
    return rules.Figure(sum(f.low for f in figures), sum(f.high for f in figures),
                        any(f.open for f in figures))


def scale(figure, factor):
    return rules.Figure(figure.low * factor, figure.high * factor, figure.open)


def successors():
    """State -> last year in which a forerunner of it, or a breakaway, had deliveries of
    its own. Whom a claim means then is a matter of names, not of figures: not drawn."""
    soviet = ("Armenia Azerbaijan Belarus Estonia Georgia Kazakhstan Kyrgyzstan Latvia "
              "Lithuania Moldova Russia Tajikistan Turkmenistan Ukraine Uzbekistan")
    yugoslav = "Croatia Kosovo Montenegro Serbia Slovenia"
    last = {"Germany": 1990, "Yemen": 1990, "Viet Nam": 1975, "Nigeria": 1970,
            "DR Congo": 1963, "Czechia": 1992, "Slovakia": 1992,
            "Bosnia-Herzegovina": 2006, "North Macedonia": 2006}
    last.update((name, 1992) for name in soviet.split())
    last.update((name, 2006) for name in yugoslav.split())
    return last


SUCCESSORS = successors()
# Two rows of one state, never in one year.
SAME = {"Yemen Arab Republic (North Yemen)": "North Yemen"}


class Table:
    """Cells by row and year: rows[name][year] = (interval, printed value)."""

    def __init__(self, path):
        with open(path, encoding="latin-1") as file:
            lines = [line.rstrip("\r\n").split(",") for line in file]
        head = next(i for i, line in enumerate(lines) if line[0] in FLOWS)
        self.flow = FLOWS[lines[head][0]]
        years = {i: int(name) for i, name in enumerate(lines[head])
                 if len(name) == 4 and name.isdigit()}
        self.rows = {}
        for line in lines[head + 1:]:
            if line[0]:
                row = self.rows.setdefault(SAME.get(line[0], line[0]), {})
                cells = {year: read_cell(line[i]) for i, year in years.items()}
                row.update((year, cell) for year, cell in cells.items() if cell)
        total = next(name for name in self.rows if name.startswith("Total world"))
        self.total = self.rows.pop(total)
        self.years = sorted(years.values())
        self.states = sorted(name for name in self.rows
                             if is_state(name) and name not in FORMER)

    def covers(self, years):
        return all(year in self.total for year in years)

    def part(self, name, years):
        """Interval and printed value of a row over some years; None without any."""
        cells = [self.rows[name][year] for year in years if year in self.rows[name]]
        if not cells:
            return None
        return add(cell[0] for cell in cells), sum(cell[1] for cell in cells)

    def others(self, name, years):
        parts = [self.part(other, years) for other in self.rows if other != name]
        return add(part[0] for part in parts if part)

    def whole(self, years):
        """The world's interval and printed total over some years."""
        narrowed = []
        for year in years:
            rows = add(row[year][0] for row in self.rows.values() if year in row)
            printed = self.total[year][0]
            narrowed.append(rules.Figure(max(rows.low, printed.low),
                                         min(rows.high, printed.high), True))
        return add(narrowed), sum(self.total[year][1] for year in years)


class Question:
    """What the table says to one claim: a figure, its middle, and obstacles."""

    def __init__(self, table, claim, years):
        self.table, self.kind, self.years = table, claim["kind"], years
        self.subject = claim["subject"]
        self.covered = table.covers(years)
        self.part = table.part(self.subject, years)
        self.figure, self.value = self.answer() if self.covered else (None, None)

    def answer(self):
        part, value = self.part or (NOTHING, Fraction(0))
        if self.kind == "level":
            return scale(part, MILLION), value * MILLION
        return self.share(part, value) if self.kind == "share" else self.rank(part, value)

    def share(self, part, value):
        whole, total = self.table.whole(self.years)
        rest = self.table.others(self.subject, self.years)
        if not total:
            return None, None
        if not self.part:
            return NOTHING, Fraction(0)
        low = max(part.low / whole.high, part.low / (part.low + rest.high))
        high = min(part.high / whole.low, part.high / (part.high + rest.low))
        return scale(rules.Figure(low, high, part.open), 100), value / total * 100

    def rank(self, part, value):
        if not self.part:
            return None, None
        rivals = [self.table.part(name, self.years) for name in self.table.rows
                  if is_state(name) and name != self.subject]
        rivals = [rival for rival in rivals if rival]
        low = 1 + sum(rival[0].low >= part.high for rival in rivals)
        high = 1 + sum(rival[0].high > part.low for rival in rivals)
        middle = 1 + sum(rival[1] > value for rival in rivals)
        return rules.Figure(Fraction(low), Fraction(high), False), Fraction(middle)

    def verdict(self, claim):
        printed = rules.read_printed(claim["value"])
        if self.kind != "rank":
            return rules.verdict_of(self.figure, printed, claim["bound"] or "exact")
        if not self.figure.low <= printed.value <= self.figure.high:
            return rules.REFUTED
        return rules.SUPPORTED if self.figure.low == self.figure.high else rules.OPEN

    def expect(self, claim):
        if not self.covered:
            return rules.not_enough("not-covered")
        if not self.figure:
            return rules.not_enough("no-data" if self.kind == "rank" else "undefined")
        verdict = self.verdict(claim)
        reasons = ("rounding",) if verdict == rules.OPEN else ()
        return rules.Expected(verdict, reasons, self.value, None, 0, self.figure.low,
                              self.figure.high)


class Drawer:
    """Draws claims whose numbers lie about the figures' own limits."""

    def __init__(self, table, seed):
        self.table, self.random = table, random.Random(seed)

    def draw_years(self):
        length = self.random.choice((1, 1, 1, 2, 3, LONGEST))
        years = self.table.years
        end = len(years) - 1 if self.random.random() < 0.04 else (
            self.random.randrange(length - 1, len(years) - 1))
        return years[end - length + 1:end + 1]

    def subject(self, years):
        states = [name for name in self.table.states
                  if SUCCESSORS.get(name, 0) < years[0]]
        if self.random.random() < 0.1:
            return self.random.choice(states)
        active = [name for name in states if self.table.part(name, years)] or states
        return self.random.choice(active)

    def level(self, value):
        """The truth or near it, in millions of two to four digits, or in whole units."""
        value += self.random.choice((0, 0, 0, -1, 1, 2, -3, HALF))
        value = max(value, Fraction(0))
        digits = self.random.randint(2, 4)
        places = max(len(str(int(value))) - digits, 0)
        text = rules.print_number(value / 10**places, 0) + "0" * places
        if self.random.random() < 0.2 and value:
            return f"{int(text) * MILLION}", "TIV"
        if self.random.random() < 0.2:
            text = rules.print_number(value, 1)
        return text + " million TIV", self.random.choice(("TIV", ""))

    def share(self, value):
        factor = Fraction(self.random.choice((1000, 1000, 1000, 999, 1003, 1030)), 1000)
        text = rules.print_number(min(value * factor, Fraction(100)),
                                  self.random.choice((0, 1, 1, 2, 3)),
                                  cut=self.random.random() < 0.2)
        return text, "percent"

    def rank(self, value):
        return str(max(1, int(value) + self.random.choice((0, 0, 0, 1, -1, 2)))), "rank"

    def claim(self, number):
        """A claim and what the table says; None where a hair would decide."""
        kind = self.random.choice(("level", "share", "rank"))
        years = self.draw_years()
        claim = dict(id=str(number), kind=kind, flow=self.table.flow,
                     subject=self.subject(years), counterpart="World", bound="",
                     period=str(years[0]) + (f"-{years[-1]}" if len(years) > 1 else ""))
        if kind != "rank" and self.random.random() < 0.3:
            claim["bound"] = self.random.choice(rules.BOUNDS)
        question = Question(self.table, claim, years)
        value = question.value if question.figure else Fraction(7)
        claim["value"], claim["unit"] = getattr(self, kind)(
            value / (MILLION if kind == "level" else 1))
        if kind != "rank" and question.figure and rules.is_touchy(
                question.figure[:2], rules.read_printed(claim["value"]),
                claim["bound"] or "exact"):
            return None
        expected = question.expect(claim)
        names = SPELLINGS.get(claim["subject"], (claim["subject"],))
        return {**claim, "subject": self.random.choice(names)}, expected

    def claims(self, count):
        drawn = []
        while len(drawn) < count:
            pair = self.claim(len(drawn) + 1)
            if pair:
                drawn.append(pair)
        return drawn


def make(path, seed):
    made.write_table(path, seed, suppliers=seed % 2 == 0)


def main():
    harness.main(__doc__, {"count": 300, "seed": SEED}, make,
                 lambda path, seed, count: Drawer(Table(path), seed).claims(count),
                 lambda claim: ["value", "low", "high"])


if __name__ == "__main__":
    main()
