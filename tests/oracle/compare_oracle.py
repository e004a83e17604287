"""Two releases of SIPRI's files, compared apart from the program.

    compare_oracle.py PROGRAM DATA_FOLDER

Reads the published files with nothing but Python and works out, pair by pair and deal by
deal, what became of each figure; then holds the program's comparison against it:

    registers of deliveries, March 2024 against March 2025, 2000-2001: pairs and deals
    a table of recipients, March 2024, against the register, March 2025: importers
    registers of deals, March 2024 against March 2025: pairs, over all years of the first
    matrices of one party's exports or imports against the register, a table of all
        exporters or of all importers, and each other, in both orders: totals

Names are those of the reference table. Skips, with status 77, where files are absent."""
import csv
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict
from fractions import Fraction

OLD = "sipri-deliveries/ratdb_api_trade-register-csv_2000-2001.csv"
NEW = "sipri-deliveries/nagehanrdogan__trade_register.csv"
TABLE = "sipri-tiv-table/import-export-values_1950-2024.csv"
DEALS_OLD = "sipri-deals/MJHofmann__trade-register.csv"
DEALS_NEW = "sipri-deals/ColasDroin__trade-register.csv"
USA = "sipri-legacy-table/TIV-Export-USA-1950-2021.csv"
PAK = "sipri-legacy-table/TIV-Export-PAK-1950-2021.csv"
TO_PAK = "sipri-legacy-table/TIV-Import-PAK-1950-2015.csv"
TO_USA = "sipri-legacy-table/TIV-Import-USA-1950-2015.csv"
EXPORTERS = "sipri-legacy-table/TIV-Export-All-Country-1950-2022.csv"
IMPORTERS = "sipri-legacy-table/TIV-Import-All-Country-1950-2022.csv"
REGIONS = "sipri-tiv-table/regional_transfers_1950-2023.csv"
HALF = Fraction(1, 2)
failures = []


def expect(what, got, wanted, tolerance=0.0):
    numbers = isinstance(wanted, (int, float, Fraction)) and isinstance(got, (int, float))
    good = abs(got - wanted) <= tolerance if numbers else got == wanted
    if not good:
        failures.append(f"{what}: {got!r}, where {wanted!r} was expected")


def fold(name):
    """Letters and digits without marks or case; other runs are one blank."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = re.sub(r"[^0-9a-z]+", " ", plain).strip()
    return words[4:] if words.startswith("the ") else words


class Names:
    """The reference table's own name for a spelling; other names stay as they are."""

    def __init__(self, root):
        self.names = {}
        path = os.path.join(root, "data", "reference", "entities.csv")
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for column in ("aliases", "name", "sipri"):
            for row in rows:
                for spelling in row[column].split(";"):
                    self.names[fold(spelling)] = row["name"]

    def __call__(self, spelling):
        return self.names.get(fold(spelling), spelling)


def lines_of(path):
    with open(path, "rb") as file:
        return re.split(r"\r\n|\n|\r", file.read().decode("latin-1"))


def deliveries(path, names):
    """(exporter, importer, designation, ordered, year, value) of each row."""
    lines = lines_of(path)
    start = next(i for i, line in enumerate(lines) if line.startswith("SIPRI AT"))
    for line in lines[start + 1:]:
        f = line.rstrip(";").split(",")
        if len(f) > 15:
            yield names(f[1]), names(f[2]), f[3], f[6], int(f[10]), Fraction(f[15])


def table(path, names):
    """Importer, year → the cell's bounds."""
    cells, years = {}, []
    for line in lines_of(path):
        f = line.split(",")
        if f[0] == "Recipient":
            years = [int(y) if re.fullmatch(r"\d{4}", y) else None for y in f]
        elif years and len(f) > 2 and not f[0].startswith("Total"):
            for year, cell in zip(years[1:], f[1:]):
                if year and cell.strip():
                    value = Fraction(cell.strip())
                    cells[names(f[0]), year] = (max(value - HALF, 0), value, value + HALF)
    return cells


def deals(path, names):
    """(exporter, importer, years, total) of each deal with deliveries."""
    lines = lines_of(path)
    start = next(i for i, line in enumerate(lines) if line.startswith("Recipient,"))
    head = None
    for line in lines[start + 1:]:
        f = line.split(",")
        if head and len(f) == 4 and not f[0]:
            f, head = head + f[1:], None
        if len(f) == 13:
            head = f
        elif len(f) == 16:
            years = [int(y) for y in re.findall(r"\d{4}", f[10])]
            if years:
                yield names(f[1]), names(f[0]), years, Fraction(f[15] or 0)


def compare(program, *arguments):
    done = subprocess.run([program, "compare", *arguments, "--format", "json", "--quiet",
                           "--limit", "0"], capture_output=True, text=True,
                          encoding="utf-8")
    if not done.stdout:
        sys.exit(f"{arguments}: {done.stderr}")
    return json.loads(done.stdout)


def change_of(old, new):
    if old == new:
        return "equal"
    return "appeared" if old == 0 else "vanished" if new == 0 else "revised"


def check_row(what, row, old, new):
    expect(f"{what}, d1", row["d1"]["value"], old, 1e-9)
    expect(f"{what}, d2", row["d2"]["value"], new, 1e-9)
    expect(f"{what}, difference", row["difference"]["value"], new - old, 1e-9)
    expect(f"{what}, change", row["change"], change_of(old, new))


def add_up(rows, key, years):
    sums = defaultdict(Fraction)
    for row in rows:
        if row[4] in years:
            sums[key(row)] += row[5]
    return sums


def both(old, new, key, years):
    """Key → the sum in either."""
    a, b = add_up(old, key, years), add_up(new, key, years)
    return {k: (a.get(k, Fraction(0)), b.get(k, Fraction(0))) for k in {*a, *b}}


def check_registers(program, folder, names):
    paths = [os.path.join(folder, name) for name in (OLD, NEW)]
    old, new = (list(deliveries(path, names)) for path in paths)
    years = (2000, 2001)
    page = compare(program, *paths, "--deals")
    pairs = both(old, new, lambda row: row[:2], years)
    expect("registers, pairs", len(page["rows"]), len(pairs))
    for row in page["rows"]:
        pair = row["exporter"], row["importer"]
        check_row(f"registers, {pair}", row, *pairs.pop(pair, (None, None)))
    expect("registers, pairs left", pairs, {})
    total = sum(r[5] for r in new if r[4] in years) - sum(r[5] for r in old)
    expect("registers, total", page["total"]["difference"]["value"], total, 1e-9)
    check_deals(page["deals"], both(old, new, lambda row: (
        *row[:2], row[3], fold(row[2]).replace(" ", "")), years), total)
    return len(page["rows"])


def check_deals(page, wanted, total):
    """Deals that were joined from two names are taken apart again."""
    for deal in page["items"]:
        keys = {(deal["exporter"], deal["importer"], deal["ordered"],
                 fold(name).replace(" ", "")) for name in deal["designations"] if name}
        sums = [wanted.pop(key, (0, 0)) for key in keys]
        expect(f"{keys}, joined", len(keys) == 2, deal["probably_the_same"])
        check_row(f"{keys}", deal, sum(s[0] for s in sums), sum(s[1] for s in sums))
    expect("deals left", wanted, {})
    expect("deals, difference", page["difference"]["value"], total, 1e-9)
    expect("deals, unexplained", page["unexplained"], 0)


def bounds_of(cells, importer, years):
    held = [cells[importer, y] for y in years if (importer, y) in cells]
    return [sum((cell[i] for cell in held), Fraction(0)) for i in range(3)]


def check_importer(row, cells, register, years):
    """A year excludes another figure where it lies beyond half a unit."""
    importer = row["importer"]
    low, value, high = bounds_of(cells, importer, years)
    new = sum((register.get((importer, y), Fraction(0)) for y in years), Fraction(0))
    changed = even = 0
    for year in years:
        a, b = bounds_of(cells, importer, [year]), register.get((importer, year), 0)
        inside = a[0] <= b < a[2] if a[2] > 0 else b == 0
        changed += not inside
        even += inside and (a[2] == 0) == (b == 0)
    apart = not (low <= new < high if high > 0 else new == 0)
    change = "equal" if even == len(years) else "undecided"
    if apart:
        change = "appeared" if high == 0 else "vanished" if new == 0 else "revised"
    for key, wanted in (("low", new - high), ("value", new - value), ("high", new - low)):
        expect(f"{importer}, {key}", row["difference"][key], wanted, 1e-6)
    expect(f"{importer}, change", row["change"], change)
    expect(f"{importer}, years changed", row["years_changed"], changed)


def check_table(program, folder, names):
    paths = [os.path.join(folder, name) for name in (TABLE, NEW)]
    page = compare(program, *paths)
    years = range(1995, 2024)
    cells, register = table(paths[0], names), defaultdict(Fraction)
    for row in deliveries(paths[1], names):
        register[row[1], row[4]] += row[5]
    expect("table, period", page["period"], "1995-2023")
    wanted = {key[0] for key in {*cells, *register} if key[1] in years}
    got = [row for row in page["rows"] if row["change"] != "not comparable"]
    expect("table, importers", {row["importer"] for row in page["rows"]}, wanted)
    for row in got:
        check_importer(row, cells, register, years)
    page = compare(program, *paths, "--importer", "Pakistan", "--year", "2023")
    bounds = [page["total"][side][key]
              for side in ("d1", "d2") for key in ("low", "value")]
    expect("Pakistan 2023", bounds, [2128.5, 2129, 2392.65, 2392.65])
    expect("Pakistan 2023, change", page["total"]["change"], "revised")
    return len(got)


def check_deal_pairs(program, folder, names):
    """All years of the older register: its totals are certain, and those of the newer
    one where nothing was delivered in 2024."""
    paths = [os.path.join(folder, name) for name in (DEALS_OLD, DEALS_NEW)]
    pairs = [defaultdict(lambda: [Fraction(0), False]) for _ in paths]
    for sums, path in zip(pairs, paths):
        for exporter, importer, years, total in deals(path, names):
            held = sum(year <= 2023 for year in years)
            sums[exporter, importer][0] += total * held / len(years)
            sums[exporter, importer][1] |= 0 < held < len(years)
    page, certain = compare(program, *paths), 0
    for row in page["rows"]:
        if row["change"] == "not comparable":
            continue
        (old, _), (new, open_) = (sums[row["exporter"], row["importer"]]
                                  for sums in pairs)
        what = f"deals, {row['exporter']} to {row['importer']}"
        expect(f"{what}, d1", row["d1"]["value"], old, 1e-4)
        expect(f"{what}, d2", row["d2"]["value"], new, 1e-4)
        if not open_:
            expect(f"{what}, change", row["change"], change_of(old, new))
            certain += 1
    return certain


def matrix(path, names):
    """(party or "Total", year) → the printed cell; of one party, one row each."""
    cells, years = {}, []
    for f in csv.reader(line + "\n" for line in lines_of(path)):
        at = [i for i, y in enumerate(f) if re.fullmatch(r"\d{4}", y)]
        if len(at) > 5 and not years:
            years = [(i, int(f[i])) for i in at]
        elif years:
            label = next((cell for cell in f[:years[0][0]] if cell), "")
            label = label if label == "Total" else names(label)
            for i, year in years:
                if label and i < len(f) and f[i].strip():
                    cells[label, year] = Fraction(f[i].strip())
    return cells


def row_of(cells, label):
    return {year: value for (name, year), value in cells.items() if name == label}


def wholes(folder, names):
    """What each file has of some parties' flows: (file, exporter, importer) → year →
    value. A cell of a matrix, or of a table, is rounded; an empty one is nothing."""
    out = {}
    for file, exporter, importer in ((USA, "United States", None),
                                     (PAK, "Pakistan", None), (TO_PAK, None, "Pakistan"),
                                     (TO_USA, None, "United States")):
        cells = matrix(os.path.join(folder, file), names)
        totals = row_of(cells, "Total")
        out[file, exporter, importer] = totals
        for party in ("United States", "Pakistan"):
            key = (file, exporter or party, importer or party)
            found = row_of(cells, party)
            out[key] = {year: found.get(year, Fraction(0)) for year in totals}
    for file, exports in ((EXPORTERS, True), (IMPORTERS, False)):
        cells = matrix(os.path.join(folder, file), names)
        for party in ("United States", "Pakistan"):
            found = row_of(cells, party)
            key = (file, party, None) if exports else (file, None, party)
            out[key] = {y: found.get(y, Fraction(0)) for y in row_of(cells, "Total")}
    flows = list(deliveries(os.path.join(folder, NEW), names))
    for exporter, importer in (("United States", None), ("Pakistan", None),
                               (None, "Pakistan"), (None, "United States")):
        sums = {year: Fraction(0) for year in range(1995, 2025)}
        for f in flows:
            if f[4] in sums and exporter in (None, f[0]) and importer in (None, f[1]):
                sums[f[4]] += f[5]
        out[NEW, exporter, importer] = sums
    return out


def check_whole(what, page, a, b):
    """Totals of each year that both have, and of all of them."""
    years = sorted({*a} & {*b})
    wanted = {str(y): (a[y], b[y]) for y in years}
    for row in page["totals"]:
        held = wanted.pop(row["period"], None)
        if held is None:
            expect(f"{what}, {row['period']}", row["change"], "not comparable")
            continue
        for side, value in zip(("d1", "d2"), held):
            expect(f"{what}, {row['period']}, {side}", row[side]["value"], value, 1e-6)
    expect(f"{what}, years left", wanted, {})
    for side, held in (("d1", a), ("d2", b)):
        expect(f"{what}, {side}", page["total"][side]["value"],
               sum(held[y] for y in years), 1e-6)
    expect(f"{what}, sum of rows", page["total"]["of_rows"], False)


def check_one_party(program, folder, names):
    """Files of which one has one party's flows alone."""
    held, count = wholes(folder, names), 0
    us, pakistan = "United States", "Pakistan"
    for first, second, exporter, importer in (
            (NEW, USA, us, None), (NEW, PAK, pakistan, None),
            (NEW, TO_PAK, None, pakistan),
            (NEW, TO_USA, None, us), (EXPORTERS, USA, us, None),
            (EXPORTERS, PAK, pakistan, None), (IMPORTERS, TO_PAK, None, pakistan),
            (IMPORTERS, TO_USA, None, us), (USA, TO_PAK, us, pakistan),
            (PAK, TO_USA, pakistan, us)):
        for pair in ((first, second), (second, first)):
            page = compare(program, *(os.path.join(folder, name) for name in pair))
            what = " against ".join(os.path.basename(name) for name in pair)
            expect(f"{what}, who", (page["exporter"], page["importer"]),
                   (exporter, importer))
            check_whole(what, page, *(held[name, exporter, importer] for name in pair))
            count += 1
    for pair in ((USA, PAK), (USA, IMPORTERS), (EXPORTERS, TO_PAK), (REGIONS, USA),
                 (TO_USA, USA), (TO_PAK, TO_USA)):
        done = subprocess.run([program, "compare", "--quiet",
                               *(os.path.join(folder, name) for name in pair)],
                              capture_output=True)
        expect(f"{pair}, refused", (done.returncode, done.stdout), (4, b""))
    return count


def main():
    program, folder = sys.argv[1:]
    files = [os.path.join(folder, n) for n in (OLD, NEW, TABLE, DEALS_OLD, DEALS_NEW, USA,
                                               PAK, TO_PAK, TO_USA, EXPORTERS, IMPORTERS,
                                               REGIONS)]
    if not all(os.path.exists(path) for path in files):
        print("skipped: the published files are not here")
        return 77
    names = Names(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    counts = [check(program, folder, names)
              for check in (check_registers, check_table, check_deal_pairs,
                            check_one_party)]
    for failure in failures[:40]:
        print(failure)
    print(f"compared: {counts[0]} pairs, {counts[1]} importers and {counts[2]} pairs of "
          f"deals, totals of {counts[3]} pairs of files, {len(failures)} not as expected")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
