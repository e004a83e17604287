"""Checks data/reference: the list of parties and their names, groups of them, and
the codes and spellings of publishers other than SIPRI."""
import csv
import glob
import os
import re
import sys
from unicodedata import combining, normalize

sys.dont_write_bytecode = True
from csource import Problems, source_dir  # noqa: E402

SPLIT = re.compile("[^;]+").findall
NAME = "data/reference/entities.csv"
SPELLINGS = "data/reference/spellings.csv"
HEADER = ("code name kind iso3 iso2 m49 cow from to successor continuator "
          "sipri aliases demonyms places").split()
GROUPS = "data/reference/groups.csv"
GROUP_HEADER = "code publisher name aliases note members".split()
GROUP_CODE = re.compile("[a-z0-9]+(-[a-z0-9]+)*:[A-Z].*")
MEMBER = re.compile("(\\S+)(?: ([0-9]{4})-([0-9]{4})?)?")
SHAPES = {"kind": "state|territory|former|group|organisation|aggregate|unknown",
          "iso3": "|[A-Z]{3}", "iso2": "|[A-Z]{2}", "m49": "|[0-9]{3}",
          "cow": "([1-9][0-9]{0,2}(;|$))*", "from": "|[0-9]{4}", "to": "|[0-9]{4}"}
# Codes of the Correlates of War for a state and those that went before it.
COW_SHARED = {"345", "365"}
# The 249 alpha-3 codes of ISO 3166-1.
ISO3 = """ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN
BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE
CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM
DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP
GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN
IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE
LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ
MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN
PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS
SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO
THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB
VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE""".split()
# Keys of several entities on purpose, so that lookup refuses them, by what they may be.
AMBIGUOUS = {
    "states": "congo;congolese;dominican;dominicans;korea;korean;koreans",
    "a former union of states": "uar;united arab republic",
    "islands": "saint martin;st martin;virgin islands;virgin islander;virgin islanders",
    "seats": "brussels", "roles": "unknown;unknown country;unknown countries",
}
# SIPRI's word for rows that it puts in no region.
REGIONLESS = ["unknown-not-applicable"]
LISTED = "sipri-entity-names-2026.txt"
# SIPRI's tables: the files, a word of their header line, the columns with names.
TABLES = [("sipri-deliveries/*.csv", "Supplier", (1, 2)),
          ("sipri-deals/*.csv", "Supplier", (0, 1)),
          ("sipri-tiv-table/import-export-values_1950-2024*.csv", "1950", (0,)),
          ("sipri-legacy-table/TIV-*-All-Country-*.csv", "1950", (0,)),
          ("sipri-regions.csv", "sipri_name", (0,))]


def fold(text):
    """The key lookup uses: no accents, case, punctuation or leading "the"."""
    text = "".join(c for c in normalize("NFKD", text) if not combining(c)).casefold()
    text = " ".join("".join(c if c.isalnum() else " " for c in text).split())
    return text[4:] if text.startswith("the ") else text


def sipri_names(shared):
    """Every party's name in SIPRI's files, with the files that print it."""
    with open(os.path.join(shared, LISTED), encoding="utf-8") as file:
        found = {line.strip(): LISTED for line in file}
    for pattern, mark, columns in TABLES:
        for path in glob.glob(os.path.join(shared, pattern)):
            with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
                rows = list(csv.reader(file))
            head = next(i for i, row in enumerate(rows) if mark in row)
            # A row shorter than its header is part of a record broken by a line end.
            whole = [row for row in rows[head + 1:] if len(row) >= len(rows[head])]
            found.update({row[c].strip(): pattern for row in whole for c in columns})
    return found


def check_row(row, codes, used, report):
    if not re.fullmatch(row["iso3"] or "[a-z0-9]+(-[a-z0-9]+)*", row["code"]):
        report(f"code '{row['code']}'", "iso3 or else a slug")
    for column, shape in SHAPES.items():
        if not re.fullmatch(shape, row[column]):
            report(f"{column} '{row[column]}'", shape)
    for code in set(SPLIT(row["successor"])) - codes:
        report(f"successor '{code}'", "an entity's code")
    if row["continuator"] not in SPLIT(row["successor"]) + [""]:
        report(f"continuator '{row['continuator']}'", "one of the successors")
    if (row["kind"] == "former") != bool(row["successor"]) or bool(row["from"]) != bool(
            row["to"]) or row["from"] > row["to"]:
        report("its end", "years and successors for former states alone")
    for code in set(SPLIT(row["cow"])) - COW_SHARED:
        if used.setdefault(("cow", code), row) is not row:
            report(f"cow '{code}' again", "a unique one")
    for column in ("code", "name", "iso3", "iso2", "m49"):
        if row[column] and used.setdefault((column, row[column]), row) is not row:
            report(f"{column} '{row[column]}' again", "a unique one")
    names = [row["name"], row["iso3"], row["iso2"], row["m49"]] + SPLIT(row["sipri"])
    seen = {"aliases": set(map(fold, names)), "demonyms": set(), "places": set()}
    for column, keys in seen.items():
        for key in map(fold, SPLIT(row[column])):
            if key in keys:
                report(f"'{key}' again in {column}", "each key once")
            keys.add(key)
    for key in set.union({fold(row["code"])}, *seen.values()) - {""}:
        owner = used.setdefault(key, row)
        if owner is not row and key not in SPLIT(";".join(AMBIGUOUS.values())):
            report(f"'{key}' also under {owner['code']}", "one owner or AMBIGUOUS")


def read_table(root, name):
    """The records with the lines they end on, the header first."""
    with open(os.path.join(root, name), encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        return [(reader.line_num, fields) for fields in reader]


def check_members(members, parties, report):
    """Each is an entity, in spells that do not overlap, within its own years."""
    spells = {}
    for member in SPLIT(members):
        match = MEMBER.fullmatch(member)
        party = parties.get(match[1]) if match else None
        if not party:
            report(f"member '{member}'", "an entity's code, or CODE 1952-[2020]")
            continue
        first, last = int(match[2] or 0), int(match[3] or 9999)
        if match[2] and not 1900 <= first <= last:
            report(f"member '{member}'", "a year, and one that is not before it")
        if match[2] and party["to"] and not int(party["from"]) <= first <= last <= int(
                party["to"]):
            report(f"member '{member}'", "years in which the state was there")
        if any(a <= last and first <= b for a, b in spells.setdefault(match[1], [])):
            report(f"member '{member}' again", "each member once in a year")
        spells[match[1]].append((first, last))


def check_groups(root, parties, problems):
    """Checks each group; returns the members of all by the group's code."""
    used, groups = {}, {}
    for line, fields in read_table(root, GROUPS):
        def report(what, expected, line=line):
            problems.add((GROUPS, line), what, expected, "correct it")
        if len(fields) != len(GROUP_HEADER) or (line == 1 and fields != GROUP_HEADER):
            report(f"{len(fields)} fields", ",".join(GROUP_HEADER))
        if line == 1 or len(fields) != len(GROUP_HEADER):
            continue
        row = dict(zip(GROUP_HEADER, fields))
        if not GROUP_CODE.fullmatch(row["code"]):
            report(f"code '{row['code']}'", "publisher:Name")
        for key in map(fold, {row["code"], row["name"], *SPLIT(row["aliases"])}):
            if used.setdefault((row["publisher"], key), line) != line:
                report(f"'{key}' again", "a name once for each publisher")
        check_members(row["members"], parties, report)
        groups[row["code"]] = {member.split(" ")[0] for member in SPLIT(row["members"])}
    return groups


def read_shared(root, *path):
    """The rows of a published file; none where it is absent."""
    path = os.path.join(root, "..", "shared", "data", *path)
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check_regions(root, parties, groups, problems):
    """Every party that SIPRI names is in one region, and in that of SIPRI's list; the
    UN's countries are in the UN's regions."""
    regions = {code: [name for name in groups if name.startswith("sipri:")
                      and code in groups[name]] for code in parties}
    for code, party in parties.items():
        named = party["sipri"] and party["kind"] != "aggregate"
        if named and len(regions[code]) != 1 and code not in REGIONLESS:
            problems.add((GROUPS, 1), f"{code} in {regions[code] or 'no region'}",
                         "one region of SIPRI's", "correct it")
    codes = {name: code for code, party in parties.items()
             for name in SPLIT(party["sipri"])}
    found = [("sipri:" + row["sipri_region"], codes.get(row["sipri_name"]))
             for row in read_shared(root, "sipri-regions.csv")]
    found += [("un:" + row[column], row["ISO-alpha3 Code"])
              for row in read_shared(root, "country-codes", "UNSD-en.csv")
              for column in ("Region Name", "Sub-region Name", "Intermediate Region Name")
              if row[column] not in ("", "Channel Islands")]
    for group, code in found:
        if code not in groups.get(group, ()):
            problems.add((GROUPS, 1), f"no {code} in {group}", "it", "add it")


def check_spellings(root, codes, problems):
    """Each publisher's spelling once, of an entity that is there."""
    table, seen = read_table(root, SPELLINGS), set()
    for line, row in table:
        def report(what, expected, line=line):
            problems.add((SPELLINGS, line), what, expected, "correct it")
        if len(row) != 3 or (line == 1 and row != ["publisher", "spelling", "code"]):
            report(f"{len(row)} fields", "publisher,spelling,code")
        elif line > 1:
            if row[2] not in codes:
                report(f"code '{row[2]}'", "an entity's code")
            if row[0] == "UN Comtrade" and not re.fullmatch("[0-9]{3}", row[1]):
                report(f"spelling '{row[1]}'", "a number of three digits")
            if tuple(row[:2]) in seen:
                report(f"'{row[1]}' again", "each spelling once")
            seen.add(tuple(row[:2]))
    return len(table) - 1


def check_goods(root, problems):
    """Each code belongs to a set that there is, once in an edition."""
    name, seen = "data/reference/goods.csv", {}
    sets = {fields[0] for _, fields in read_table(root, "data/reference/goods_sets.csv")}
    for line, (group, code, first, last, title) in read_table(root, name)[1:]:
        def report(what, expected, line=line):
            problems.add((name, line), what, expected, "correct it")
        if group not in sets or not title:
            report(f"set '{group}'", "one of goods_sets.csv, and a title")
        if not re.fullmatch("H[0-6]H[0-6]" if group.startswith("hs:") else "",
                            first + last) or first > last:
            report(f"editions '{first}' to '{last}'", "H0 to H6 for codes of the HS")
        for other, begin, end in seen.setdefault(group, []):
            nested = code == other or (group.startswith("hs:") and (
                code.startswith(other) or other.startswith(code)))
            if nested and begin <= last and first <= end:
                report(f"'{code}' beside '{other}'", "each code once in an edition")
        seen[group].append((code, first, last))
    for group in sets - seen.keys() - {"set"}:
        problems.add((name, 1), f"no code of {group}", "some", "add them")


def main():
    root, problems, used = source_dir(), Problems(), {}
    table = read_table(root, NAME)
    rows = [dict(zip(HEADER, fields + [""] * len(HEADER))) for _, fields in table]
    parties = {row["code"]: row for row in rows[1:]}
    codes = parties.keys()
    for (line, fields), row in zip(table, rows):
        def report(what, expected, line=line):
            problems.add((NAME, line), what, expected, "correct it")
        if len(fields) != len(HEADER) or (row is rows[0] and fields != HEADER):
            report(f"{len(fields)} fields", ",".join(HEADER))
        if row is not rows[0]:
            check_row(row, codes, used, report)
    for code in set(ISO3) - codes:
        problems.add((NAME, 1), f"no {code}", "all of ISO 3166-1", "add the row")
    check_goods(root, problems)
    check_regions(root, parties, check_groups(root, parties, problems), problems)
    spellings = check_spellings(root, codes, problems)
    shared = os.path.join(root, "..", "shared", "data")
    names = sipri_names(shared) if os.path.isdir(shared) else {}
    if not names:
        print("skipped: SIPRI's own files, no ../shared/data beside the source")
    for name in names.keys() - set(SPLIT(";".join(row["sipri"] for row in rows))) - {""}:
        problems.add((NAME, 1), f"'{name}' of {names[name]}", "it under sipri", "add it")
    problems.finish(f"entities: {len(codes)} entities, {spellings} "
                    "spellings, nothing to correct")


if __name__ == "__main__":
    main()
