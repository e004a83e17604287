"""What SIPRI printed in March 2025 ("Trends in International Arms Transfers, 2024"), next
to what the program finds in the register of deliveries.

    fact_sheet.py PROGRAM DATA_FOLDER

Then Pakistan's suppliers year by year: the Herfindahl–Hirschman index that the program
gives, next to one that is computed here from the rows of the file; and the network of
2020–24, its links and PageRank, in the same way.

Prints tables; fails where a figure that should agree does not at the precision in which
it was printed, and where the two that are known to miss (the imports of European members
of NATO, whose membership changed between the periods) miss by another amount. Skips, with
status 77, where the register is absent."""
import csv
import io
import os
import subprocess
import sys

REGISTER = "sipri-deliveries/nagehanrdogan__trade_register.csv"
PERIODS = ["--periods", "2015-2019,2020-2024"]
OUTSIDE_EUROPE = ("United States", "Canada", "Türkiye")  # of NATO's members


class Register:
    def __init__(self, program, path):
        self.program, self.path = program, path

    def rows(self, command, *arguments):
        done = subprocess.run(
            [self.program, command, *arguments, *PERIODS, "--limit", "0", "--quiet",
             "--format", "csv", "--data", self.path],
            stdout=subprocess.PIPE, check=True, encoding="utf-8")
        return {row["party"]: row for row in csv.DictReader(io.StringIO(done.stdout))}

    def amounts(self, importer, *options):
        """Imports in both periods, in million TIV."""
        row = self.rows("change", "--importer", importer, *options)["all suppliers"]
        return [float(row["amount_before"]), float(row["amount_after"])]


def growth(amounts):
    return 100 * (amounts[1] / amounts[0] - 1)


def with_turkiye(register):
    parts = [register.amounts("sipri:Europe"), register.amounts("Türkiye")]
    return growth([sum(side) for side in zip(*parts)])


def european_nato(register, membership):
    whole = register.amounts("nato:NATO", "--membership", membership)
    others = [register.amounts(name) for name in OUTSIDE_EUROPE]
    return growth([whole[i] - sum(part[i] for part in others) for i in (0, 1)])


def findings(register):
    """What, as printed, decimals of that, as found, and what a known miss must be."""
    exporters = register.rows("top", "--flow", "export")
    importers = register.rows("top", "--flow", "import")
    world = register.rows("change", "--flow", "export")["all exporters"]
    for name, share, change in (("United States", 43, 21), ("France", 9.6, 11),
                                ("Russia", 7.8, -64)):
        row = exporters[name]
        yield (f"{name}, share of exports", share, share < 10,
               float(row["share_percent"]), None)
        yield f"{name}, change", change, 0, float(row["change_percent"]), None
    yield "world, change", -0.6, 1, float(world["change_percent"]), None
    row = importers["Ukraine"]
    yield "Ukraine, rank of imports", 1, 0, float(row["rank"]), None
    yield "Ukraine, share of imports", 8.8, 1, float(row["share_percent"]), None
    yield "Ukraine, change", 9627, 0, float(row["change_percent"]), None
    row = register.rows("change", "--importer", "sipri:Europe")["all suppliers"]
    yield "Europe's imports, change", 155, 0, float(row["change_percent"]), None
    yield "the same with Türkiye", 129.9, 1, with_turkiye(register), None
    yield ("European NATO, change (fixed)", 105, 0, european_nato(register, "fixed"),
           103.7)
    yield ("European NATO, change (dated)", 105, 0, european_nato(register, "dated"),
           110.4)


def deliveries(path):
    """Year, exporter, importer and million TIV of each row, the marks that a spreadsheet
    put at the ends of lines left out."""
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        lines = [line.rstrip(";\r\n") for line in file]
    first = next(i for i, line in enumerate(lines) if "TIV delivery values" in line)
    for row in csv.DictReader(lines[first:]):
        yield (int(row["Delivery year"]), row["Supplier"], row["Recipient"],
               float(row["TIV delivery values"]))


def herfindahl(path, importer, year):
    sums = {}
    for when, exporter, buyer, value in deliveries(path):
        if when == year and buyer == importer:
            sums[exporter] = sums.get(exporter, 0) + value
    whole = sum(sums.values())
    return sum((value / whole) ** 2 for value in sums.values())


def check_concentration(program, path):
    done = subprocess.run(
        [program, "concentration", "--importer", "Pakistan", "--years", "2015-2024",
         "--quiet", "--format", "csv", "--data", path],
        stdout=subprocess.PIPE, check=True, encoding="utf-8")
    wrong = 0
    print("\nPakistan's suppliers, HHI")
    for row in csv.DictReader(io.StringIO(done.stdout)):
        if "-" in row["period"]:
            continue
        here = herfindahl(path, "Pakistan", int(row["period"]))
        good = abs(float(row["hhi"]) - here) < 1e-12
        print(f"{row['period']}  {float(row['hhi']):.6f}  {here:.6f}"
              f"{'' if good else '  differs'}")
        wrong += not good
    return wrong


def page_ranks(volumes, damping=0.85, rounds=300):
    """Of importers, by power iteration over a table of pairs."""
    nodes = sorted({name for pair in volumes for name in pair})
    strength = {}
    for (exporter, _), volume in volumes.items():
        strength[exporter] = strength.get(exporter, 0) + volume
    ranks = dict.fromkeys(nodes, 1 / len(nodes))
    for _ in range(rounds):
        lost = sum(rank for name, rank in ranks.items() if name not in strength)
        new = dict.fromkeys(nodes, (1 - damping + damping * lost) / len(nodes))
        for (exporter, importer), volume in volumes.items():
            new[importer] += damping * ranks[exporter] * volume / strength[exporter]
        ranks = new
    return ranks


def check_network(program, path):
    volumes = {}
    for year, exporter, importer, value in deliveries(path):
        if 2020 <= year <= 2024 and exporter != importer and value > 0:
            pair = exporter, importer
            volumes[pair] = volumes.get(pair, 0) + value
    ranks = page_ranks(volumes)
    done = subprocess.run(
        [program, "network", "--years", "2020-2024", "--limit", "0", "--quiet",
         "--format", "csv", "--data", path],
        stdout=subprocess.PIPE, check=True, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    links = sum(int(row["recipients"]) for row in rows)
    both = [row for row in rows if row["party"] in ranks]
    good = (len(rows), links) == (len(ranks), len(volumes)) and len(both) > 100
    off = max(abs(float(row["pagerank_percent"]) / 100 - ranks[row["party"]])
              for row in both)
    print(f"\nnetwork: {len(rows)} parties, {links} links; {len(both)} parties whose "
          f"name is the file's, PageRank off by {off:.1e} at most")
    return not good or off > 1e-9


def main():
    program, folder = sys.argv[1:]
    path = os.path.join(folder, REGISTER)
    if not os.path.exists(path):
        print("skipped: the register is not here")
        return 77
    wrong = 0
    print(f"{'':32} {'printed':>9} {'found':>9}")
    for what, printed, decimals, found, miss in findings(Register(program, path)):
        agrees = round(found, int(decimals)) == printed
        good = agrees if miss is None else round(found, 1) == miss
        says = "agrees" if agrees else f"differs by {found - printed:+.1f}"
        if not agrees and miss is not None:
            says += ", as is known" if good else f", not as is known ({miss})"
        print(f"{what:32} {printed:>9} {found:>9.2f}  {says}")
        wrong += not good
    wrong += check_concentration(program, path)
    wrong += check_network(program, path)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
