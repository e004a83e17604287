"""Small made-up files in SIPRI's layouts, for runs without the publisher's own.

Their figures are few and small, so that ties, shares of nothing, wide intervals and
totals that narrow their rows are common, which real files hardly show. All of it is
invented; only the layout is the publisher's.
"""
from fractions import Fraction
import random

STATES = ("Albania", "Belgium", "Chile", "Denmark", "Egypt", "Fiji", "Ghana", "Hungary")
OTHERS = ("African Union**", "Hezbollah (Lebanon)*", "unknown supplier(s)")
YEARS = range(2005, 2015)
PREAMBLE = """\
{title}
Figures are in millions of SIPRI trend-indicator values (TIVs).

Source: SIPRI Arms Transfers Database (c) SIPRI.
Data generated: 10 Apr 2015 9:00:00 AM
"""
REGISTER_TITLE = ("Transfers of major conventional arms from All countries  "
                  "to All countries . Deals with deliveries made for the year range "
                  "'{}' to '{}' ")
REGISTER_HEADER = """\
SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,\
Order date,Order date is estimate,Numbers delivered,Numbers delivered is estimate,\
Delivery year,Delivery year is estimate,Status,SIPRI estimate,TIV deal unit,\
TIV delivery values,Local production"""
VALUES = ("0.05", "0.5", "1", "1", "2", "2.5", "4", "10", "12.25")


def write_register(path, seed, rows=160):
    """Deliveries among a few parties; values repeat, so that sums tie."""
    choose = random.Random(seed)
    lines = [REGISTER_HEADER]
    for number in range(rows):
        recipient = choose.choice(STATES + OTHERS[:2])
        supplier = choose.choice([name for name in STATES[:5] + OTHERS[2:]
                                  if name != recipient])
        year, value = choose.choice(YEARS), choose.choice(VALUES)
        lines.append(f"{1000 + number},{supplier},{recipient},X-{number},gun,Artillery,"
                     f"{year - 1},No,1,No,{year},No,New,{value},{value},{value},No")
    title = REGISTER_TITLE.format(YEARS[0], YEARS[-1])
    write(path, PREAMBLE.format(title=title), lines)


def print_cell(value):
    """Rounded to whole millions; a zero carries a blank, as the publisher writes it."""
    if value is None:
        return ""
    rounded = int(value + Fraction(1, 2))
    return str(rounded) if rounded else "0 "


def write_table(path, seed, suppliers=False):
    """A row per party in whole millions, thinly filled, and the total of the figures
    behind them, so that few cells make a year and the total narrows them."""
    choose = random.Random(seed)
    lines, sums = [], dict.fromkeys(YEARS, Fraction(0))
    for name in STATES + OTHERS[1:]:
        most = choose.choice((1, 3, 3, 9, 30))
        cells = {year: Fraction(choose.randint(1, most * 1000), 1001)
                 if choose.random() < 0.3 else None for year in YEARS}
        if any(cells.values()):
            lines.append(",".join([name] + [print_cell(cells[year]) for year in YEARS]
                                  + [""] + row_end(cells.values())))
        for year in YEARS:
            sums[year] += cells[year] or 0
    axis, flow = ("Exports by", "export") if suppliers else ("Recipient", "import")
    last = YEARS[-1] + 1
    header = [axis] + [str(year) for year in (*YEARS, last)]
    header += [f"{YEARS[0]}-{last}", "Percentage", "Sum total years",
               "Percentage of total"]
    total = [f"Total world {flow}"] + [print_cell(sums[year]) for year in YEARS]
    total += [""] + row_end(sums.values())
    write(path, PREAMBLE.format(title="Volume of transfers of major arms") + "\n",
          [",".join(header)] + lines + [",".join(total), "", ""])


def row_end(cells):
    """The sum and its repetition in the columns behind the years."""
    whole = print_cell(sum(cell for cell in cells if cell))
    return [whole, "1%", whole, "1%"]


def write(path, preamble, lines):
    with open(path, "w", encoding="latin-1", newline="\n") as out:
        out.write(preamble + "\n".join(lines) + "\n")
