"""Figures that are known from elsewhere, on files as SIPRI published them.

    published.py PROGRAM DATA_FOLDER

The expected figures come from SIPRI's own tables (Pakistan 2023: 2,129 million TIV in the
release of March 2024, and 2,393 in that of March 2025, which the World Bank prints too)
and from sums of the register that were made apart from the program. Skips, with status
77, where the files are absent."""
import csv
import json
import math
import os
import re
import subprocess
import sys

# File → the layout that it must be read in, and the world's imports of a year as printed
# there; or None, and a part of the refusal.
FILES = {
    "sipri-tiv-table/import-export-values_1950-2024_1950-2024.csv":
        ("sipri-tiv-table", 2015, 28353),
    "sipri-tiv-table/regional_transfers_1950-2023.csv": ("sipri-tiv-table", 2015, 28353),
    "sipri-tiv-table/import-export-values_1950-2023.csv": (None, "lost the lines above"),
    "sipri-tiv-table/us_import-export-values.csv": (None, "no layout that is known"),
    "sipri-tiv-table/weapon_transfer_by_category.csv": (None, "lost the lines above"),
    "sipri-legacy-table/TIV-Export-All-1950-2022.csv":
        ("sipri-legacy-matrix", 2022, 31983),
    "sipri-legacy-table/TIV-Export-All-Country-1950-2022.csv":
        ("sipri-legacy-matrix", 2022, 31983),
    "sipri-legacy-table/TIV-Import-All-Country-1950-2022.csv":
        ("sipri-legacy-matrix", 2022, 31983),
    "baci-codes/country_codes_V202301 copy.csv": (None, "list of country codes"),
    "baci-codes/product_codes_HS17_V202301 copy.csv": (None, "list of product codes"),
    "caat-eu/broker.csv": (None, "brokering licences"),
    "caat-eu/consult.csv": (None, "lists consultations"),
    "caat-eu/mission.csv": (None, "international missions in words"),
}

COMTRADE = "comtrade/TradeData.csv"
COMTRADE_LEGACY = "comtrade/mrchrisadams__comtrade.csv"
UK_LICENCES = "caat-uk/values_2015-07-29.csv"
# Importer → its name in CAAT's file, where that is another.
UK_NAMES = {"United States": "United States of America", "Türkiye": "Turkey"}
REGISTER = "sipri-deliveries/nagehanrdogan__trade_register.csv"
TABLE = "sipri-tiv-table/import-export-values_1950-2024.csv"
REGIONS = "sipri-tiv-table/regional_transfers_1950-2023.csv"
MEMBERS = "sipri-regions.csv"
failures = []


def run(program, *arguments):
    done = subprocess.run([program, *arguments, "--format", "json", "--quiet"],
                          capture_output=True, text=True, encoding="utf-8")
    return done.returncode, json.loads(done.stdout) if done.stdout else None


def expect(what, got, wanted, tolerance=0.0):
    numbers = isinstance(wanted, (int, float)) and isinstance(got, (int, float))
    good = abs(got - wanted) <= tolerance if numbers else got == wanted
    if not good:
        failures.append(f"{what}: {got!r}, where {wanted!r} was expected")


def places(program, register, years):
    """Party → (rank, amount, share) and the total of Pakistan's suppliers."""
    _, page = run(program, "top", "--importer", "Pakistan", "--years", years,
                  "--limit", "0", "--data", register)
    rows = {row["party"]: row for row in page["rows"]}
    return rows, page["rows"][0]["total"], page["datasets"][0]


def check_register(program, register):
    rows, total, about = places(program, register, "2023")
    expect("deliveries", about["flows"], 25024)
    expect("release", about["release"], "2025-03")
    expect("coverage", about["coverage"][0]["years"], "1995-2024")
    expect("total 2023", total, 2392.65)
    expect("China 2023", rows["China"]["amount"], 2001.2)
    expect("China 2023, share", rows["China"]["share_percent"], 83.6, 0.05)
    expect("Türkiye 2023", rows["Türkiye"]["amount"], 223.6)
    expect("Türkiye 2023, share", rows["Türkiye"]["share_percent"], 9.345, 0.0005)
    expect("Türkiye 2023, rank", rows["Türkiye"]["rank"], 2)
    expect("Sweden 2023", rows["Sweden"]["amount"], 80)
    expect("Sweden 2023, share", rows["Sweden"]["share_percent"], 3.3, 0.05)
    rows, total, _ = places(program, register, "2020-2024")
    expect("total 2020-24", total, 6512.63)
    shares = {"China": 81.1, "Netherlands": 5.5, "Türkiye": 3.8, "Sweden": 3.7}
    for party, share in shares.items():
        expect(f"{party} 2020-24", rows[party]["share_percent"], share, 0.05)
    expect("Türkiye 2020-24, rank", rows["Türkiye"]["rank"], 3)
    rows, _, _ = places(program, register, "2019-2023")
    expect("Türkiye 2019-23", rows["Türkiye"]["share_percent"], 3.7, 0.05)
    expect("Türkiye 2019-23, rank", rows["Türkiye"]["rank"], 2)


def check_table(program, table):
    _, page = run(program, "share", "--importer", "Pakistan", "--years", "2023-2024",
                  "--data", table)
    row, about = page["rows"][0], page["datasets"][0]
    bounds = [row["amount"], row["amount_low"], row["amount_high"]]
    expect("Pakistan 2023 in the table", bounds, [2129, 2128.5, 2129.5])
    expect("generated", about["generated"], "2024-10-13")
    expect("release of the table", about["release"], "2024-03")
    expect("the world's total", row["total"], 29104)
    expect("2024 is missing", page["rows"][1]["amount"], None)
    expect("2024 is not covered", page["rows"][1]["reason"], "not-covered")


def check_claims(program, register, table):
    pair = ["--importer", "Pakistan", "--exporter", "Turkiye", "--year", "2023"]
    status, page = run(program, "check", *pair, "--share", "11%", "--amount",
                       "$21 million", "--rank", "2", "--data", register)
    verdicts = {claim["kind"]: claim["verdict"] for claim in page["claims"]}
    expect("the three claims", verdicts,
           {"share": "refuted", "level": "not-enough-info", "rank": "supported"})
    expect("exit status", status, 1)
    amount = next(c for c in page["claims"] if c["kind"] == "level")
    expect("why not $21 million", amount["findings"][0]["reason"], "other-measure")
    implied = page["consistency"][0]
    expect("implied total, from", implied["low"], 20.5e6 / 0.115, 1)
    expect("implied total, to", implied["high"], 21.5e6 / 0.105, 1)
    _, page = run(program, "check", *pair, "--share", "11%", "--data", register,
                  "--data", table)
    findings = page["claims"][0]["findings"]
    expect("register and table", [f["verdict"] for f in findings],
           ["refuted", "not-enough-info"])
    expect("why not the table", findings[1]["reason"], "not-covered")
    expect("together", page["claims"][0]["verdict"], "refuted")


def check_files(program, folder):
    """Every file is read in its layout, or refused for its reason."""
    for name, wanted in FILES.items():
        path = os.path.join(folder, name)
        year = str(wanted[1]) if wanted[0] else "2010"
        done = subprocess.run([program, "share", "--importer", "World", "--exporter",
                               "World", "--year", year, "--format", "json", "--quiet",
                               "--data", path], capture_output=True, text=True,
                              encoding="utf-8")
        if not wanted[0]:
            expect(f"{name}, status", done.returncode, 3)
            expect(f"{name}, reason", wanted[1] in done.stderr, True)
            continue
        page = json.loads(done.stdout)
        expect(f"{name}, layout", page["datasets"][0]["layout"], wanted[0])
        expect(f"{name}, {year}", page["rows"][0]["amount"], wanted[2])


def check_pakistan_by_supplier(program, folder):
    """Imports of Pakistan, although the title says exports; and dollars that are TIV."""
    path = os.path.join(folder, "sipri-legacy-table/TIV-Import-PAK-1950-2015.csv")
    _, page = run(program, "share", "--importer", "Pakistan", "--exporter", "China",
                  "--year", "2015", "--data", path)
    expect("China to Pakistan, 2015", page["rows"][0]["amount"], 565)
    expect("Pakistan, 2015", page["rows"][0]["total"], 735)
    path = os.path.join(folder, "wdi/API_MS.MIL.MPRT.KD_DS2_en_csv_v2_1745336.csv")
    _, page = run(program, "check", "--importer", "Pakistan", "--year", "2018",
                  "--amount", "$792 million", "--data", path)
    finding = page["claims"][0]["findings"][0]
    expect("dollars against WDI", finding["reason"], "other-measure")
    _, page = run(program, "check", "--importer", "Pakistan", "--year", "2018",
                  "--amount", "792 million TIV", "--data", path)
    expect("TIV against WDI", page["claims"][0]["verdict"], "supported")


def raw_rows(path):
    """The records of a file of UN Comtrade, which have a comma more than the header."""
    with open(path, encoding="latin-1", newline="") as file:
        return list(csv.DictReader(file))


def check_comtrade(program, path):
    """Thailand's imports of integrated circuits: each year's partners against the World
    row, in the raw file and in what the program says of it."""
    years = {}
    for row in raw_rows(path):
        expect("what is in the file", (row["reporterCode"], row["flowCode"],
                                       row["cmdCode"], row["refMonth"]),
               ("764", "M", "8542", "52"))
        year = years.setdefault(row["refYear"], {})
        year[row["partnerCode"]] = float(row["primaryValue"])
    expect("years of Thailand's imports", sorted(years), [str(y) for y in
                                                          range(2014, 2025)])
    for year, partners in sorted(years.items()):
        world = partners.pop("0")
        parts = math.fsum(partners.values())
        expect(f"ratio of partners to World, {year}", parts / world, 1, 5e-5)
        _, page = run(program, "top", "--importer", "Thailand", "--year", year,
                      "--category", "8542", "--limit", "0", "--data", path)
        amounts = [row["amount"] for row in page["rows"]]
        expect(f"partners, {year}", len(amounts), sum(v > 0 for v in partners.values()))
        expect(f"their sum, {year}", math.fsum(amounts), parts, 0.005)
        expect(f"total, {year}", page["rows"][0]["total"], world, 0.005)
        _, page = run(program, "share", "--importer", "Thailand", "--exporter", "USA",
                      "--year", year, "--category", "8542", "--data", path)
        expect(f"share of the United States, {year}", page["rows"][0]["share_percent"],
               100 * partners["842"] / world, 1e-6)
    about = page["datasets"][0]
    expect("layout of Comtrade", about["layout"], "comtrade")
    expect("valuation of Thailand", about["valuation"], "CIF")
    expect("flows of Thailand", about["flows"], 1178)


def check_comtrade_legacy(program, path):
    """Exports of diamonds in 2014, to the World alone, of each reporter that has them."""
    worlds = {row["Reporter ISO"]: float(row["Trade Value (US$)"])
              for row in raw_rows(path) if row["Commodity Code"] == "7102"}
    expect("exporters of diamonds", len(worlds), 78)
    for reporter in ("BWA", "BEL", "IND", "USA", "FRA", "CHE", "NOR", "ZAF"):
        if reporter not in worlds:
            continue
        status, page = run(program, "check", "--exporter", reporter, "--year", "2014",
                           "--category", "7102", "--amount",
                           f"{worlds[reporter]:.0f} USD", "--data", path)
        expect(f"{reporter}, amount", page["claims"][0]["findings"][0]["value"],
               worlds[reporter])
        expect(f"{reporter}, verdict", page["claims"][0]["verdict"], "supported")
    status, _ = run(program, "top", "--flow", "export", "--year", "2014", "--category",
                    "7102", "--data", path)
    expect("the world's exporters, of whom some did not report", status, 4)


def read_table(path):
    """Row → year → printed whole number."""
    with open(path, encoding="latin-1", newline="") as file:
        rows = list(csv.reader(file))
    head = next(row for row in rows if row[1:2] == ["1950"])
    years = {i: int(name) for i, name in enumerate(head)
             if len(name) == 4 and name.isdigit()}
    return {row[0]: {year: int(row[i]) for i, year in years.items() if row[i].strip()}
            for row in rows[rows.index(head) + 1:] if row and row[0]}


def residuals(region, parties, years):
    """Year → (difference, whether half a unit a cell explains it, cells)."""
    found = {}
    for year in years:
        cells = [party[year] for party in parties if year in party]
        printed = [region[year]] if year in region else []
        low = sum(max(cell - 0.5, 0) for cell in cells)
        high = sum(cell + 0.5 for cell in cells)
        least = sum(max(cell - 0.5, 0) for cell in printed)
        most = sum(cell + 0.5 for cell in printed)
        found[year] = (sum(printed) - sum(cells), least <= high and low <= most,
                       len(cells) + len(printed))
    return found


def check_regions(program, folder):
    """SIPRI's regions are the sums of those that its list puts there."""
    paths = [os.path.join(folder, name) for name in (TABLE, REGIONS, MEMBERS)]
    if not all(map(os.path.exists, paths)):
        return
    states, regions = (read_table(path) for path in paths[:2])
    with open(paths[2], encoding="utf-8", newline="") as file:
        listed = {row["sipri_name"]: row["sipri_region"] for row in csv.DictReader(file)}
    regions.pop("World total")
    years = sorted(set().union(*regions.values()))
    largest = 0
    for name, region in regions.items():
        wanted = residuals(region, [cells for party, cells in states.items()
                                    if listed.get(party) == name], years)
        _, page = run(program, "entities", "--group", "sipri:" + name, "--data",
                      paths[0], "--data", paths[1])
        got = {row["year"]: (row["difference"], row["rounding"] == "yes", row["cells"])
               for row in page["rows"]}
        expect(f"residuals of {name}", got, wanted)
        largest = max(largest, *(abs(row[0]) for row in got.values()))
        expect(f"rounding in {name}", all(row[1] for row in got.values()), True)
    expect("regions", len(regions), 7)
    expect("years", len(years), 74)
    expect("largest residual", largest, 5)


def uk_sums(path, year):
    """Pounds licensed in a year per country, of military and of other goods."""
    sums = ({}, {})
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["date"].startswith(year) or row["refused"] == "1":
                continue
            rating = row["rating"].upper()
            military = re.fullmatch(r"ML\d+|PL5\d{3}", rating) is not None
            part = sums[0 if military else 1]
            part[row["country"]] = part.get(row["country"], 0) + int(row["value"])
    return sums


def check_uk(program, folder):
    path = os.path.join(folder, UK_LICENCES)
    for country in ("Israel", "Saudi Arabia", "United States", "Türkiye", "India"):
        _, page = run(program, "share", "--flow", "export", "--exporter",
                      "United Kingdom", "--importer", country, "--years", "2012-2013",
                      "--data", path)
        for number, year in enumerate(("2012", "2013")):
            for list_number, sums in enumerate(uk_sums(path, year)):
                row = [r for r in page["rows"] if r["dataset"] == f"d{list_number + 1}"]
                what = f"UK licences to {country}, {year}, list {list_number + 1}"
                expect(what, row[number]["amount"],
                       sums.get(UK_NAMES.get(country, country), 0))
                expect(f"{what}, of all", row[number]["total"], sum(sums.values()))
    _, page = run(program, "share", "--flow", "export", "--exporter", "United Kingdom",
                  "--importer", "India", "--year", "2015", "--data", path)
    expect("2015 ends in March", page, None)


def check_europe(program, register):
    """SIPRI's fact sheet of March 2025: Europe's imports grew by 155 per cent between
    2015-19 and 2020-24, to 28 per cent of the world's, of which the United States
    supplied a little over half."""
    amounts = []
    for years in ("2015-2019", "2020-2024"):
        _, page = run(program, "share", "--importer", "Europe", "--years", years,
                      "--data", register)
        amounts.append(page["rows"][-1])
    growth = 100 * (amounts[1]["amount"] / amounts[0]["amount"] - 1)
    expect("growth of Europe's imports", growth, 155.1, 0.05)
    expect("Europe's share", amounts[1]["share_percent"], 28, 0.5)
    _, page = run(program, "share", "--importer", "sipri:Europe", "--exporter", "USA",
                  "--years", "2020-2024", "--data", register)
    share = page["rows"][-1]["share_percent"]
    expect("United States in Europe's imports", share, 53, 0.5)


def check_lost_lines(program, folder):
    """A table without the lines above it is read on a person's word alone."""
    path = os.path.join(folder, "sipri-tiv-table/import-export-values_1950-2023.csv")
    _, page = run(program, "share", "--importer", "World", "--exporter", "World",
                  "--year", "2020", "--measure", "million TIV", "--data", path)
    expect("lost lines, 2020", page["rows"][0]["amount"], 23758)
    expect("lost lines, release by its totals", page["datasets"][0]["release"], "2024-03")


def main():
    program, folder = sys.argv[1:]
    register, table = (os.path.join(folder, name) for name in (REGISTER, TABLE))
    if not os.path.exists(register) or not os.path.exists(table):
        print("skipped: the published files are not here")
        return 77
    check_register(program, register)
    check_table(program, table)
    check_claims(program, register, table)
    check_files(program, folder)
    check_europe(program, register)
    check_pakistan_by_supplier(program, folder)
    check_comtrade(program, os.path.join(folder, COMTRADE))
    check_comtrade_legacy(program, os.path.join(folder, COMTRADE_LEGACY))
    check_regions(program, folder)
    check_uk(program, folder)
    check_lost_lines(program, folder)
    for failure in failures:
        print(failure)
    print("published figures:", "all as expected" if not failures else "not as expected")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
