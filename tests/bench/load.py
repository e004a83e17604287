"""How much loading costs: the CPU time of a whole answer against that of a program that
only runs libcsv over the same file.

    load.py PROGRAM PLAIN [--rows 30000] [--runs 15] [FILE]

Runs both in turn and prints the ratio, pair by pair, as minimum, median and maximum, and
the program's largest memory. Without FILE, a register of made-up deliveries is used. It
asserts nothing: times belong to machines."""
import argparse
import os
import statistics
import subprocess
import tempfile

HEAD = ("Transfers of major conventional arms from All countries  to All countries . "
        "Deals with deliveries made for the year range '1995' to '2024' \n"
        "Data generated: 12 Feb 2026 12:26:12 PM\n"
        "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,"
        "Armament category,Order date,Order date is estimate,Numbers delivered,"
        "Numbers delivered is estimate,Delivery year,Delivery year is estimate,Status,"
        "SIPRI estimate,TIV deal unit,TIV delivery values,Local production\n")
SUPPLIERS = ["China", "Turkiye", "France", "United States", "Russia", "Italy", "Sweden"]
RECIPIENTS = ["Pakistan", "India", "Ukraine", "Japan", "Qatar", "Egypt", "Saudi Arabia"]


def made_up(path, rows):
    with open(path, "w", encoding="ascii") as out:
        out.write(HEAD)
        for i in range(rows):
            out.write(f"{10000 + i},{SUPPLIERS[i % 7]},{RECIPIENTS[i // 7 % 7]},"
                      f"Type {i % 90},armoured personnel carrier,Armoured vehicles,"
                      f"{1993 + i % 30},No,4,"
                      f"{'Yes' if i % 3 else 'No'},{1995 + i % 30},No,New,0.9,0.36,"
                      f"{i % 400 / 4},No\n")


def cpu_and_memory(command):
    """Seconds of CPU time, and the largest memory in MiB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("plain")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--rows", type=int, default=30000)
    parser.add_argument("--runs", type=int, default=15)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.file or os.path.join(folder, "register.csv")
        if not asked.file:
            made_up(path, asked.rows)
        answer = [asked.program, "top", "--importer", "Pakistan", "--year", "2023",
                  "--quiet", "--data", path]
        ratios, memory = [], 0
        for run in range(asked.runs + 1):
            mine, used = cpu_and_memory(answer)
            other, _ = cpu_and_memory([asked.plain, path])
            memory = max(memory, used)
            if run > 0:  # the first pair warms up
                ratios.append(mine / max(other, 1e-6))
        size = os.path.getsize(path) / 1e6
    median = statistics.median(ratios)
    print(f"{size:.1f} MB: CPU time {min(ratios):.2f} / {median:.2f} / {max(ratios):.2f} "
          f"times that of libcsv alone (min / median / max of "
          f"{asked.runs} pairs); {memory:.1f} MiB")


if __name__ == "__main__":
    main()
