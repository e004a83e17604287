"""Random claims about SIPRI's register of deliveries, judged twice.

    claims_oracle.py PROGRAM REGISTER_CSV [--count 1000] [--seed N]
    claims_oracle.py PROGRAM --made [--count 1000] [--seed N]
    claims_oracle.py --self-test

Reads the register with its own code, draws claims of the kinds share, level and rank
(true, cut, noisy, on the limits of rounding, hedged, unanswerable), judges them in exact
arithmetic by claim_rules.py, has the program judge the same file of claims, and compares
verdict, value, fit and the number of rows behind the value.

    share   subject's flow with counterpart / subject's flow; World: subject's flow / all
    level   subject's flow with counterpart, or all of it
    rank    of counterpart among the subject's partners; World: of subject in the flow
    rows    register rows of subject with counterpart in the period

A register value is taken as printed. Ranks are among states: 1 + the number of states
with strictly more; an exact tie supports every rank it spans. Without a delivery there is
no rank; a share of nothing is undefined; 0 between parties of the file is a figure.
"""
from collections import defaultdict
from fractions import Fraction
import random
import re
import sys

sys.dont_write_bytecode = True
import claim_rules as rules  # noqa: E402
import harness  # noqa: E402
import made  # noqa: E402

HEADER = "SIPRI AT Database ID,Supplier,Recipient,"
SUPPLIER, RECIPIENT, YEAR, VALUE = 1, 2, 10, 15
MILLION = 10**6
SEED = 20250310
LONGEST = 10
# Names that the file may hold but that stand for no present state.
FORMER = {"Soviet Union", "Yugoslavia", "Czechoslovakia", "East Germany (GDR)",
          "North Yemen", "Yemen Arab Republic (North Yemen)", "South Yemen",
          "South Vietnam", "Northern Cyprus", "Western Sahara", "Biafra", "Katanga",
          "Libya GNC"}
# How a claim may write a name of the file. Bare "Congo" could mean either state, which is
# a matter of names and not of figures, so a claim always says which.
SPELLINGS = {"Congo": ("Republic of the Congo",), "DR Congo": ("DR Congo", "DRC"),
             "Turkiye": ("Turkiye", "Türkiye", "Turkey"), "UAE": ("UAE",
             "United Arab Emirates"), "Viet Nam": ("Viet Nam", "Vietnam"),
             "Czechia": ("Czechia", "Czech Republic"), "Russia": ("Russia", "RUSSIA"),
             "United States": ("United States", "USA"),
             "United Kingdom": ("United Kingdom", "UK"),
             "eSwatini": ("eSwatini", "Eswatini"),
             "Cote d'Ivoire": ("Cote d'Ivoire", "Côte d'Ivoire", "Ivory Coast")}
ABSENT = ("Haiti", "Grenada", "Liechtenstein", "Guinea-Bissau", "Atlantis")


def is_state(name):
    return "*" not in name and not name.lower().startswith("unknown")


class Register:
    """Sums and row counts of every pair of parties and year, in both directions."""

    def __init__(self, path):
        with open(path, "rb") as file:
            lines = re.split(r"\r\n|\n", file.read().decode("latin-1"))
        start = next(i for i, line in enumerate(lines) if line.startswith(HEADER))
        asked = re.search(r"'(\d{4})' to '\d{4}'", lines[0])
        # flow -> owner -> partner -> year -> [sum, rows]
        self.flows = {flow: defaultdict(lambda: defaultdict(dict))
                      for flow in ("import", "export")}
        self.parties, years = set(), set()
        for line in lines[start + 1:]:
            fields = line.rstrip(";").split(",")
            if len(fields) > VALUE:
                years.add(self.add(fields))
        self.first = int(asked.group(1)) if asked else min(years)
        self.last = max(years)
        self.states = sorted(name for name in self.parties
                             if is_state(name) and name not in FORMER)

    def add(self, fields):
        supplier, recipient = fields[SUPPLIER].strip(), fields[RECIPIENT].strip()
        year, value = int(fields[YEAR]), Fraction(fields[VALUE].strip())
        for flow, owner, partner in (("import", recipient, supplier),
                                     ("export", supplier, recipient)):
            cell = self.flows[flow][owner][partner].setdefault(year, [Fraction(0), 0])
            cell[0] += value
            cell[1] += 1
        self.parties.update((supplier, recipient))
        return year

    def partners(self, flow, owner, years):
        """partner -> (sum, rows) of the partners with deliveries in these years."""
        found = {}
        for partner, cells in self.flows[flow].get(owner, {}).items():
            hits = [cells[year] for year in years if year in cells]
            if hits:
                found[partner] = (sum(cell[0] for cell in hits),
                                  sum(cell[1] for cell in hits))
        return found

    def owners(self, flow, years):
        """owner -> (sum, rows) of everybody's flow in these years."""
        found = {}
        for owner in self.flows[flow]:
            parts = self.partners(flow, owner, years).values()
            if parts:
                found[owner] = tuple(map(sum, zip(*parts)))
        return found


class Question:
    """One claim's figures: its part, its whole, and the field that it is ranked in."""

    def __init__(self, register, claim, years):
        flow, subject, other = claim["flow"], claim["subject"], claim["counterpart"]
        self.names = [name for name in (subject, other) if name not in ("", "World")]
        self.field = (register.partners(flow, subject, years) if len(self.names) == 2
                      else register.owners(flow, years))
        self.value, self.rows = self.field.get(self.names[-1], (Fraction(0), 0))
        self.whole = sum(part[0] for part in self.field.values())
        self.known = all(name in register.parties for name in self.names)
        self.covered = register.first <= years[0] and years[-1] <= register.last

    def rank_span(self):
        rivals = [part[0] for name, part in self.field.items() if is_state(name)]
        larger = sum(rival > self.value for rival in rivals)
        return larger + 1, larger + rivals.count(self.value)

    def obstacle(self, kind):
        if not self.known:
            return rules.not_enough("unknown-name", "not-covered", "no-data")
        if not self.covered:
            return rules.not_enough("not-covered")
        if kind == "share" and not self.whole:
            return rules.not_enough("undefined")
        if kind == "rank" and not self.rows:
            return rules.not_enough("no-data")
        return None

    def truth(self, kind):
        """The figure in the claim's unit."""
        if kind == "share":
            return self.value / self.whole * 100
        return self.value * MILLION if kind == "level" else Fraction(self.rank_span()[0])

    def expect(self, claim):
        obstacle = self.obstacle(claim["kind"])
        if obstacle:
            return obstacle._replace(rows=self.rows)
        truth = self.truth(claim["kind"])
        if claim["kind"] == "rank":
            low, high = self.rank_span()
            holds = low <= rules.read_printed(claim["value"]).value <= high
            verdict = rules.SUPPORTED if holds else rules.REFUTED
            fit = "exact" if holds else "none"
        else:
            printed, bound = rules.read_printed(claim["value"]), claim["bound"] or "exact"
            verdict = rules.verdict_of(rules.point(truth), printed, bound)
            fit = rules.fit_of(truth, printed, bound)
        return rules.Expected(verdict, (), truth, fit, self.rows, truth, truth)


class Drawer:
    """Draws claims, near enough to the truth that every branch of the rules is met."""

    def __init__(self, register, seed):
        self.register, self.random = register, random.Random(seed)

    def years(self):
        first, last = self.register.first, self.register.last
        if self.random.random() < 0.02:
            return self.random.choice(([last + 1], list(range(first - 2, first + 2))))
        length = min(self.random.choice((1, 1, 1, 2, 3, 5, 5, LONGEST)), last - first + 1)
        start = self.random.randint(first, last - length + 1)
        return list(range(start, start + length))

    def parties(self, flow, years):
        """Subject and counterpart: mostly two that traded, now and then any two."""
        states, chance = self.register.states, self.random.random()
        if chance < 0.03:
            return self.random.sample([self.random.choice(states),
                                       self.random.choice(ABSENT)], 2)
        owners = set(self.register.flows[flow]) & set(states)
        subject = self.random.choice(sorted(owners) if chance > 0.1 else states)
        partners = sorted(set(self.register.partners(flow, subject, years)) & set(states))
        if chance < 0.15 or not partners:
            return self.random.sample(states, 2)
        if chance < 0.5:
            # A partner of some weight.
            parts = self.register.partners(flow, subject, years)
            partners = sorted(partners, key=lambda name: -parts[name][0])[:3]
        return subject, self.random.choice(partners)

    def near(self, truth):
        """The truth, or a number near it."""
        factors = (1, 1, 1, 1, Fraction(self.random.randint(900, 1100), 1000),
                   Fraction(self.random.randint(500, 2000), 1000),
                   1 / Fraction(105, 100), 1 / Fraction(95, 100), 1 / Fraction(93, 100))
        return truth * self.random.choice(factors)

    def number(self, truth, most_decimals):
        """Printed with some decimals: rounded, cut, or with the truth on its limit."""
        decimals = self.random.randint(0, most_decimals)
        how, unit = self.random.random(), Fraction(1, 10**decimals)
        if how < 0.15:
            # One unit less or more than the number whose limit is next to the truth.
            return rules.print_number(max(truth + self.random.choice((-1, 1)) * unit / 2,
                                          Fraction(0)), decimals)
        return rules.print_number(self.near(truth), decimals, cut=how < 0.4)

    def share(self, truth):
        text = self.number(truth, 3)
        if Fraction(text) > 100:
            text = "100"
        return self.random.choice(((text, "percent"), (text + " %", "percent"),
                                   (text + "%", ""), (text + " per cent", "")))

    def level(self, truth):
        if self.random.random() < 0.35:
            return self.bare_level(truth), "TIV"
        scale, most = self.random.choice((("million", 2), ("million", 2), ("billion", 3)))
        text = self.number(truth / rules.SCALES[scale], most) + " " + scale
        return self.random.choice(((text + " TIV", "TIV"), (text + " TIV", ""),
                                   (text, "TIV")))

    def bare_level(self, truth):
        """A whole number of TIV with a few digits that count."""
        if self.random.random() < 0.1:
            return str(self.random.choice((0, 7, 900, 1000, 1500, 2010, 100000)))
        places = max(len(str(int(truth))) - self.random.randint(1, 6), 0)
        text = self.number(truth / 10**places, 0) + "0" * places
        return text if int(text) else "0"

    def rank(self, truth):
        place = max(1, int(truth) + self.random.choice((0, 0, 0, -1, 1, 1, 2)))
        ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
        ending = "th" if 11 <= place % 100 <= 13 else ending
        return self.random.choice(((f"{place}{ending}", "rank"), (str(place), "rank"),
                                   (f"{place}{ending}", "")))

    def claim(self, number):
        """A claim and what the figures say; None where a hair would decide."""
        kind = self.random.choices(("share", "level", "rank"), (4, 4, 2))[0]
        flow, years = self.random.choice(("import", "export")), self.years()
        subject, other = self.parties(flow, years)
        if self.random.random() < 0.3:
            other = "World" if kind != "level" else self.random.choice(("World", ""))
        bound = self.random.choice(("",) * 6 + rules.BOUNDS) if kind != "rank" else ""
        period = str(years[0]) + (f"-{years[-1]}" if len(years) > 1 else "")
        claim = dict(id=str(number), kind=kind, flow=flow, subject=subject,
                     counterpart=other, period=period, bound=bound)
        question = Question(self.register, claim, years)
        truth = Fraction(7) if question.obstacle(kind) else question.truth(kind)
        claim["value"], claim["unit"] = getattr(self, kind)(truth)
        touchy = kind != "rank" and rules.is_touchy(
            [truth], rules.read_printed(claim["value"]), bound or "exact")
        if touchy:
            return None
        expected = question.expect(claim)
        return self.spelt(claim), expected

    def spelt(self, claim):
        """The claim with its parties named in one of the ways that people write them."""
        names = {slot: self.random.choice(SPELLINGS.get(claim[slot], (claim[slot],)))
                 for slot in ("subject", "counterpart")}
        return {**claim, **names}

    def claims(self, count):
        drawn = []
        while len(drawn) < count:
            pair = self.claim(len(drawn) + 1)
            if pair:
                drawn.append(pair)
        return drawn


def keys(claim):
    """A tie leaves a rank's low and high to its span, so these are not compared."""
    exact = [] if claim["kind"] == "rank" else ["low", "high"]
    return ["value", "fit", "rows"] + exact


def main():
    harness.main(__doc__, {"count": 1000, "seed": SEED}, made.write_register,
                 lambda path, seed, count: Drawer(Register(path), seed).claims(count),
                 keys)


if __name__ == "__main__":
    main()
