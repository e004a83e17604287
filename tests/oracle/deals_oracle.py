"""SIPRI's register of deals, read and allocated apart from the program.

    deals_oracle.py PROGRAM DATA_FOLDER

Reads the published registers of deals with nothing but Python, works out what every deal
leaves open for some of its years, and holds the program's rows, amounts and bounds
against it; then holds the allocated bounds against the register of deliveries of the same
release, which has a value for each year. Skips, with status 77, where the files are
absent."""
import json
import os
import random
import re
import subprocess
import sys
from collections import defaultdict
from fractions import Fraction

WORLD = "sipri-deals/ColasDroin__trade-register.csv"
OLDER = "sipri-deals/MJHofmann__trade-register.csv"
CHINA = "sipri-deals/trade_register_china_2000_2025.csv"
DAMAGED = "sipri-deals/kume-arastirma__trade-register.csv"
DELIVERIES = "sipri-deliveries/nagehanrdogan__trade_register.csv"

# File → lines of broken records, the release, and what it covers; as read by eye.
FILES = {
    WORLD: ([5432, 21488, 25178, 27955], "2025-03", [["*"], ["*"], "1950-2024"]),
    OLDER: ([24336, 26458], "2024-03", [["*"], ["*"], "1950-2023"]),
    CHINA: ([], "2026-03", [["China"], ["*"], "2000-2025"]),
    DAMAGED: ([], "", None),
}

# Parties that the register of deliveries spells otherwise.
RENAMED = {"Libya HoR*": "HoR (Libya)*",
           "PIJ (Israel/Palestine)*": "Palestinian Islamic Jihad (Israel/Palestine)*"}

# Pairs and years with a delivery in the register of deals alone: the two exports of one
# release, eleven months apart, differ in two deals.
ONE_SIDED = {("France", "United Kingdom", 2007), ("France", "United Kingdom", 2008),
             ("Sweden", "Indonesia", 2000), ("Sweden", "Indonesia", 2002),
             ("Sweden", "Indonesia", 2004)}
QUESTIONS = 60
failures = []


def expect(what, got, wanted, tolerance=0.0):
    numbers = isinstance(wanted, (int, float)) and isinstance(got, (int, float))
    good = abs(got - wanted) <= tolerance if numbers else got == wanted
    if not good:
        failures.append(f"{what}: {got!r}, where {wanted!r} was expected")


class Deal:
    def __init__(self, line, fields):
        self.line, self.recipient, self.supplier = line, fields[0], fields[1]
        self.years = [int(year) for year in re.findall(r"\d+", fields[10])]
        self.total = Fraction(fields[15].strip("; ") or 0)
        units = int(fields[8] or 0)
        known = units >= len(self.years) > 0
        self.least = self.total / units if known else Fraction(0)

    def bounds(self, first, last):
        """Of what was delivered in the period: the rest has `least` in each year."""
        held = sum(first <= year <= last for year in self.years)
        if held in (0, len(self.years)):
            whole = self.total if held else Fraction(0)
            return whole, whole
        rest = len(self.years) - held
        return held * self.least, self.total - rest * self.least


def read(path):
    """The deals, and the lines of those that are broken."""
    with open(path, encoding="latin-1", newline="") as file:
        lines = re.split(r"\r\n|\n|\r", file.read())
    start = next(i for i, line in enumerate(lines) if line.startswith("Recipient,"))
    deals, broken, head = [], [], None
    for number, line in enumerate(lines[start + 1:], start + 2):
        fields = line.split(",")
        if head:
            deals.append(Deal(head[0], head[1] + fields[1:]))
            broken.append(head[0])
            head = None
        elif len(fields) == 13:
            head = number, fields
        elif line:
            deals.append(Deal(number, fields))
    return deals, broken


def run(program, *arguments):
    done = subprocess.run([program, *arguments, "--format", "json"], capture_output=True,
                          text=True, encoding="utf-8")
    return json.loads(done.stdout) if done.stdout else None, done.stderr


def check_file(program, path, wanted, deals, broken):
    """How many rows there are, which were joined or left out, and what is covered."""
    lines, release, coverage = wanted
    name = os.path.basename(path)
    page, notes = run(program, "check", "--importer", "Pakistan", "--year", "2010",
                      "--amount", "1 million TIV", "--data", path)
    about = page["datasets"][0]
    expect(f"{name}, broken records", broken, lines)
    expect(f"{name}, layout", about["layout"], "sipri-deals")
    expect(f"{name}, flows", about["flows"], sum(len(deal.years) for deal in deals))
    expect(f"{name}, release", about["release"] or "", release)
    boxes = about["coverage"]
    found = [boxes[0]["exporters"], boxes[0]["importers"], boxes[0]["years"]] \
        if boxes else None
    expect(f"{name}, coverage", found, coverage)
    orders = sum(not deal.years for deal in deals)
    expect(f"{name}, orders", f"{orders} rows are left out" in notes, orders > 0)
    joined = re.search(r"\d+ records? that a line break .* \(lines? ([\d, ]+)\)", notes)
    expect(f"{name}, joined", joined and joined[1], ", ".join(map(str, lines)) or None)
    expect(f"{name}, deals with deliveries and no value",
           sum(deal.total == 0 for deal in deals if deal.years), 0)


def levels_of(deals, side, name, first, last):
    """The other side's bounds, sorted: names are left to the program."""
    sums = defaultdict(lambda: [Fraction(0), Fraction(0)])
    for deal in deals:
        if getattr(deal, side) != name:
            continue
        low, high = deal.bounds(first, last)
        other = deal.supplier if side == "recipient" else deal.recipient
        sums[other][0] += low
        sums[other][1] += high
    return sorted((float(low), float(high)) for low, high in sums.values() if high > 0)


def check_levels(program, path, deals):
    """Bounds of all partners of parties and periods drawn at random."""
    source = random.Random(20250313)
    sides = {"recipient": "--importer", "supplier": "--exporter"}
    for _ in range(QUESTIONS):
        side = source.choice(list(sides))
        deal = source.choice([one for one in deals if len(one.years) > 1])
        first = source.choice(deal.years)
        last = min(2024, first + source.choice([0, 1, 2, 5, 30]))
        name = getattr(deal, side)
        what = f"{name} ({side}) {first}-{last}"
        wanted = levels_of(deals, side, name, first, last)
        page, _ = run(program, "top", sides[side], name, "--years", f"{first}-{last}",
                      "--limit", "0", "--quiet", "--data", path)
        rows = page["rows"] if page else []
        found = sorted((row["amount_low"], row["amount_high"]) for row in rows)
        expect(f"{what}, partners", len(found), len(wanted))
        for got, want in zip(found, wanted):
            expect(f"{what}, low", got[0], want[0], 0.01)
            expect(f"{what}, high", got[1], want[1], 0.01)


def check_pooled(program, path, deals):
    """All years of all deals are the sum of the totals, to the cent."""
    page, _ = run(program, "top", "--flow", "export", "--years", "1950-2024", "--quiet",
                  "--limit", "1", "--data", path)
    total = sum(deal.total for deal in deals if deal.years)
    expect("all deals", page["rows"][0]["total"], float(total))
    expect("all deals, allocated", page["rows"][0]["note"], None)


def share_bounds(deals, recipient, supplier, first, last):
    low, high, least, most = (Fraction(0),) * 4
    for deal in deals:
        if deal.recipient == recipient:
            bounds = deal.bounds(first, last)
            if deal.supplier == supplier:
                low, high = low + bounds[0], high + bounds[1]
            else:
                least, most = least + bounds[0], most + bounds[1]
    return 100 * low / (low + most), 100 * high / (high + least)


def check_shares(program, path, deals):
    """Known answers: Türkiye's 11 % of Pakistan's imports in 2023 is left open, and so is
    whether most of India's imports in 1960-64 came from the Soviet Union."""
    deal = [one for one in deals if one.recipient == "Pakistan"
            and one.supplier == "Turkiye" and 2023 in one.years]
    expect("Pakistan and Türkiye, deals", len(deal), 3)
    for importer, supplier, years, claim in (
            ("Pakistan", "Turkiye", (2023, 2023), "11%"),
            ("India", "Soviet Union", (1960, 1964), "51%")):
        period = "-".join(map(str, years)) if years[0] < years[1] else str(years[0])
        page, _ = run(program, "check", "--importer", importer, "--exporter", supplier,
                      "--years", period, "--share", claim, "--quiet", "--data", path)
        finding = page["claims"][0]["findings"][0]
        low, high = share_bounds(deals, importer, supplier, *years)
        what = f"{supplier} in {importer}, {period}"
        expect(f"{what}, verdict", finding["verdict"], "not-enough-info")
        expect(f"{what}, reason", finding["reason"], "allocated")
        expect(f"{what}, low", finding["low"], float(low), 0.01)
        expect(f"{what}, high", finding["high"], float(high), 0.01)
        if importer == "India":
            expect(f"{what}, rounded", [round(low), round(high)], [29, 79])


def check_filtered(program, folder):
    """A register of one supplier, and one whose selection is lost, have no shares."""
    for name in (CHINA, DAMAGED):
        page, _ = run(program, "check", "--importer", "Pakistan", "--exporter", "China",
                      "--year", "2015", "--share", "50%", "--quiet", "--data",
                      os.path.join(folder, name))
        finding = page["claims"][0]["findings"][0]
        expect(f"{name}, reason", finding["reason"], "not-covered")


def read_deliveries(path):
    with open(path, encoding="latin-1") as file:
        lines = [line.strip().rstrip(";").split(",") for line in file]
    start = next(i for i, cells in enumerate(lines) if cells[0].startswith("SIPRI AT"))
    names, values = lines[start], defaultdict(Fraction)
    for cells in lines[start + 1:]:
        row = dict(zip(names, cells))
        if len(row) == len(names):
            key = row["Supplier"], row["Recipient"], int(row["Delivery year"])
            values[key] += Fraction(row["TIV delivery values"])
    return values


def check_deliveries(deals, values):
    """Each pair and year of the register of deliveries lies within the bounds."""
    bounds = defaultdict(lambda: [Fraction(0), Fraction(0), 0])
    for deal in deals:
        for year in deal.years:
            if year >= 1995:
                names = [RENAMED.get(name, name)
                         for name in (deal.supplier, deal.recipient)]
                low, high = deal.bounds(year, year)
                at = bounds[names[0], names[1], year]
                bounds[names[0], names[1], year] = [at[0] + low, at[1] + high, at[2] + 1]
    expect("pairs and years of one register only", set(bounds) ^ set(values), ONE_SIDED)
    both = set(bounds) & set(values)
    outside = 0
    for key in both:
        low, high, rows = bounds[key]
        cent = Fraction(rows, 100)  # each row is printed to the cent
        outside += not low - cent <= values[key] <= high + cent
    expect("pairs and years outside the bounds", outside, 0)
    return len(both)


def main():
    program, folder = sys.argv[1:]
    if not os.path.exists(os.path.join(folder, WORLD)):
        print("skipped: the published files are not here")
        return 77
    for name, wanted in FILES.items():
        path = os.path.join(folder, name)
        check_file(program, path, wanted, *read(path))
    path = os.path.join(folder, WORLD)
    deals, _ = read(path)
    check_levels(program, path, deals)
    check_pooled(program, path, deals)
    check_shares(program, path, deals)
    check_filtered(program, folder)
    count = check_deliveries(deals, read_deliveries(os.path.join(folder, DELIVERIES)))
    for failure in failures[:40]:
        print(failure)
    print(f"deals: {len(failures)} differences; {count} pairs and years within bounds")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
