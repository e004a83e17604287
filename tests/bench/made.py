"""Made-up files in the layouts of large sources, for measuring.

    made.py LAYOUT PATH ROWS
"""
import csv
import os
import sys

REGISTER = ("Transfers of major conventional arms from All countries  to All countries . "
            "Deals with deliveries made for the year range '1995' to '2024' \n"
            "Data generated: 12 Feb 2026 12:26:12 PM\n")
DELIVERIES = ("SIPRI AT Database ID,Supplier,Recipient,Designation,Description,"
              "Armament category,Order date,Order date is estimate,Numbers delivered,"
              "Numbers delivered is estimate,Delivery year,Delivery year is estimate,"
              "Status,SIPRI estimate,TIV deal unit,TIV delivery values,"
              "Local production\n")
DEALS = ("Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,"
         "Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,"
         "SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\n")
COMTRADE = ("typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,"
            "reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,"
            "partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,"
            "classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,"
            "isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,"
            "qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,"
            "isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,"
            "cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,"
            "isAggregate\n")
SUPPLIERS = ["China", "Turkiye", "France", "United States", "Russia", "Italy", "Sweden"]
RECIPIENTS = ["Pakistan", "India", "Ukraine", "Japan", "Qatar", "Egypt", "Saudi Arabia"]
PARTNERS = [("0", "W00", "World"), ("156", "CHN", "China"), ("792", "TUR", "Turkiye"),
            ("842", "USA", "USA"), ("251", "FRA", "France"), ("699", "IND", "India")]


def deliveries(i):
    return (f"{10000 + i},{SUPPLIERS[i % 7]},{RECIPIENTS[i // 7 % 7]},Type {i % 90},"
            f"armoured personnel carrier,Armoured vehicles,{1993 + i % 30},No,4,"
            f"{'Yes' if i % 3 else 'No'},{1995 + i % 30},No,New,0.9,0.36,"
            f"{i % 400 / 4},No\n")


def deals(i):
    years = f"{1995 + i % 25}" + (f"; {1996 + i % 25}" if i % 3 == 0 else "")
    return (f"{RECIPIENTS[i // 7 % 7]},{SUPPLIERS[i % 7]},{1993 + i % 25},?,4,,Type "
            f"{i % 90},armoured personnel carrier,4,,{years},New,For the army; second "
            f"batch,0.9,{i % 400 / 4},{i % 400 / 4}\n")


def comtrade(i):
    code, iso, name = PARTNERS[i % 6]
    year, reporter = 2003 + i // 6 % 20, 586 + i // 120
    value = 500 if code == "0" else 100
    cells = ["C", "A", f"{year}0101", str(year), "52", str(year), str(reporter), "",
             "", "M", "Import", code, iso, name, "0", "W00", "World", "H6", "HS", "true",
             "93", "Arms and ammunition; parts and accessories thereof", "2", "false",
             "C00", "TOTAL CPC", "0", "0", "TOTAL MOT", "-1", "N/A", "", "false", "-1",
             "N/A", "", "false", "", "false", "", "false", str(value), "", str(value),
             "0", "true", "false"]
    return ",".join(f'"{c}"' if c else "" for c in cells) + ",\n"


def codes():
    """The United Nations' numbers of states and territories."""
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, "../../data/reference/entities.csv"),
              encoding="utf-8", newline="") as table:
        return sorted({int(row["m49"]) for row in csv.DictReader(table)
                       if row["kind"] in ("state", "territory") and row["m49"]})


CODES = codes()


def baci(i):
    """Arms and ammunition in BACI's order, with blanks before some values: 150 exporters
    with 200 rows each, of 20 products."""
    exporter, importer = CODES[i // 200 % 150], CODES[(i % 200 // 4 * 4 + i // 200) % 200]
    product = 930100 + 10 * (i % 20)
    return f"2022,{exporter},{importer},{product},{i % 9973 / 7:.3f},{i % 89 / 9:8.3f}\n"


LAYOUTS = {"deliveries": (REGISTER + DELIVERIES, deliveries, []),
           "deals": (REGISTER + DEALS, deals, []),
           "comtrade": (COMTRADE, comtrade, ["--category", "93"]),
           "baci": ("t,i,j,k,v,q\n", baci, ["--category", "93"])}


def write(layout, path, rows):
    head, row, _ = LAYOUTS[layout]
    with open(path, "w", encoding="ascii") as out:
        out.write(head)
        for i in range(rows):
            out.write(row(i))


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]))
