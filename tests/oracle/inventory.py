"""What every published file is read as, or refused for.

    inventory.py PROGRAM DATA_FOLDER

`inspect --format csv` over all files is compared with the table below and with counts
that are made from the raw files by a second, plain reading. Every CSV file of the folder
must stand in the table. Skips, with status 77, where the files are absent."""
import csv
import io
import os
import re
import subprocess
import sys

NO_LAYOUT, REFUSED = "", None

# File → layout, release, how its figures are counted; or the layout that refuses it and a
# part of the reason; or NO_LAYOUT.
FILES = {
    "baci-codes/country_codes_V202301 copy.csv": ("no-flows", "list of country codes"),
    "baci-codes/product_codes_HS17_V202301 copy.csv": ("no-flows", "product codes"),
    "caat-eu/broker.csv": ("no-flows", "brokering licences"),
    "caat-eu/consult.csv": ("no-flows", "consultations"),
    "caat-eu/mission.csv": ("no-flows", "international missions"),
    "caat-uk/values_2015-07-29.csv": ("caat-uk", "", "licences"),
    "comtrade/TradeData.csv": ("comtrade", "", "rows"),
    "comtrade/mrchrisadams__comtrade.csv": ("comtrade-legacy", "", "rows"),
    "country-codes/UNSD-en.csv": (NO_LAYOUT,),
    "country-codes/country-codes.csv": (NO_LAYOUT,),
    "sipri-deals/ColasDroin__trade-register.csv": ("sipri-deals", "2025-03", "deals"),
    "sipri-deals/MJHofmann__trade-register.csv": ("sipri-deals", "2024-03", "deals"),
    "sipri-deals/kume-arastirma__trade-register.csv": ("sipri-deals", "", "deals"),
    "sipri-deals/trade_register_china_2000_2025.csv": ("sipri-deals", "2026-03", "deals"),
    "sipri-deliveries/nagehanrdogan__trade_register.csv":
        ("sipri-deliveries", "2025-03", "deliveries"),
    "sipri-deliveries/ratdb_api_trade-register-csv_2000-2001.csv":
        ("sipri-deliveries", "2024-03", "deliveries"),
    "sipri-legacy-table/TIV-Export-All-1950-2022.csv":
        ("sipri-legacy-matrix", "2023-03", "parts"),
    "sipri-legacy-table/TIV-Export-All-Country-1950-2022.csv":
        ("sipri-legacy-matrix", "2023-03", "cells"),
    "sipri-legacy-table/TIV-Export-EU-1950-2021.csv":
        ("sipri-legacy-matrix", "2022-03", "cells"),
    "sipri-legacy-table/TIV-Export-PAK-1950-2021.csv":
        ("sipri-legacy-matrix", "2022-03", "cells"),
    "sipri-legacy-table/TIV-Export-USA-1950-2021.csv":
        ("sipri-legacy-matrix", "2022-03", "cells"),
    "sipri-legacy-table/TIV-Import-All-Country-1950-2022.csv":
        ("sipri-legacy-matrix", "2023-03", "cells"),
    "sipri-legacy-table/TIV-Import-PAK-1950-2015.csv":
        ("sipri-legacy-matrix", "2016-02", "cells"),
    "sipri-legacy-table/TIV-Import-USA-1950-2015.csv":
        ("sipri-legacy-matrix", "2016-02", "cells"),
    "sipri-regions.csv": (NO_LAYOUT,),
    "sipri-tiv-table/import-export-values_1950-2023.csv":
        ("sipri-tiv-table", "lost the lines above it"),
    "sipri-tiv-table/import-export-values_1950-2024.csv":
        ("sipri-tiv-table", "2024-03", "cells"),
    "sipri-tiv-table/import-export-values_1950-2024_1950-2024.csv":
        ("sipri-tiv-table", "2024-03", "cells"),
    "sipri-tiv-table/regional_transfers_1950-2023.csv":
        ("sipri-tiv-table", "2024-03", "cells"),
    "sipri-tiv-table/us_import-export-values.csv": (NO_LAYOUT,),
    "sipri-tiv-table/weapon_transfer_by_category.csv":
        ("sipri-legacy-matrix", "direction and release are unknown"),
    "wdi/API_MS.MIL.MPRT.KD_DS2_en_csv_v2_1745336.csv": ("world-bank-wdi", "", "states"),
    "wdi/API_MS.MIL.XPRT.KD_DS2_en_csv_v2_1740278.csv": ("world-bank-wdi", "", "states"),
}


def rows_of(path):
    with open(path, "rb") as file:
        data = file.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return list(csv.reader(io.StringIO(text, newline="")))


def year_cells(path, keep):
    """Filled cells under years, of the rows below the header that `keep` takes."""
    rows = rows_of(path)
    start = next(i for i, row in enumerate(rows)
                 if sum(bool(re.fullmatch(r"(19|20)\d\d", cell)) for cell in row) > 5)
    years = [i for i, cell in enumerate(rows[start])
             if re.fullmatch(r"(19|20)\d\d", cell)]
    return sum(row[i].strip() != "" for row in rows[start + 1:] if keep(row)
               for i in years if i < len(row))


def cells(path, folder):
    return [year_cells(path, lambda row: any(row))]


def parts(path, folder):
    """Without the row of totals, which stands beside its categories."""
    return [year_cells(path, lambda row: any(row) and row[0] != "Total")]


def states(path, folder):
    """Economies, by their ISO codes; the World Bank's own are Kosovo and the Channels."""
    iso = {row["ISO3166-1-Alpha-3"] for row in csv.DictReader(
        open(os.path.join(folder, "country-codes/country-codes.csv"), encoding="utf-8"))}
    return [year_cells(path, lambda row: len(row) > 1 and row[1] in iso | {"XKX", "CHI"})]


def deliveries(path, folder):
    return [sum(row[0].isdigit() for row in rows_of(path) if len(row) >= 17)]


def deals(path, folder):
    """A figure per deal and year of delivery. Line breaks in remarks leave a record
    short, but its years stand before them."""
    text = open(path, encoding="latin-1", newline="").read()
    lists = [line.split(",")[10] for line in re.split(r"\r\n|\n", text)
             if line.count(",") >= 12 and not line.startswith("Recipient,Supplier")]
    return [sum(len(re.findall(r"\d{4}", years)) for years in lists)]


def rows(path, folder):
    return [len(rows_of(path)) - 1]


def licences(path, folder):
    """With a value: military goods, and others."""
    found = [0, 0]
    for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
        if row["refused"] == "0" and row["value"]:
            military = re.fullmatch(r"ML\d+|PL5\d{3}", row["rating"].upper())
            found[0 if military else 1] += 1
    return found


COUNTS = {count.__name__: count for count in
          (cells, parts, states, deliveries, deals, rows, licences)}


def inventory(program, folder):
    paths = [os.path.join(folder, name) for name in FILES]
    done = subprocess.run([program, "inspect", "--format", "csv", *paths],
                          capture_output=True, text=True, encoding="utf-8", check=True)
    found = {}
    for row in csv.DictReader(io.StringIO(done.stdout)):
        found.setdefault(os.path.relpath(row["file"], folder), []).append(row)
    return found


def differences(folder, name, wanted, got):
    layout = got[0]["layout"]
    if layout != wanted[0]:
        yield f"layout {layout!r}, not {wanted[0]!r}"
    if len(wanted) == 2 and wanted[1] not in got[0]["refused"]:
        yield f"refused for {got[0]['refused']!r}, not {wanted[1]!r}"
    if len(wanted) == 3:
        counts = COUNTS[wanted[2]](os.path.join(folder, name), folder)
        figures = [int(row["figures"] or 0) + int(row["missing"] or 0) for row in got]
        if figures != counts:
            yield f"{figures} figures, not {counts}"
        if got[0]["release"] != wanted[1]:
            yield f"release {got[0]['release']!r}, not {wanted[1]!r}"


def main():
    program, folder = sys.argv[1:3]
    if not os.path.isdir(folder):
        print("skipped: the published files are not here")
        sys.exit(77)
    files = [os.path.relpath(os.path.join(place, name), folder)
             for place, _, names in os.walk(folder) for name in names
             if name.endswith(".csv")]
    wrong = [f"{name}: not in the table" for name in files if name not in FILES]
    found = inventory(program, folder)
    for name, wanted in FILES.items():
        wrong += [f"{name}: {what}" for what in
                  differences(folder, name, wanted, found.get(name, [{}]))]
    print("\n".join(wrong) if wrong else f"inventory: {len(FILES)} files as expected")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
