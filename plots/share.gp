# Stacked columns: the shares of a subject's partners, year by year.
#
#     gnuplot NAME.gp
#
# reads NAME.tsv and writes NAME.svg, all three in one folder. The table holds the figures
# and every word of the page with its place, in pixels from the upper left corner; this
# script holds colours, type and lines. Words are only ever read as data: they are never
# part of a command, and `noenhanced` keeps _ ^ { } @ & as they are.

set encoding utf8
set datafile separator tab
set datafile commentschars '#'

# "./" keeps a name such as "<x" or "$x" a plain file name.
base = (ARG0[1:1] eq '/' ? '' : './').ARG0[1:strlen(ARG0) - 3]
table = base.'.tsv'

# Blocks of the table.
figures = 0   # year, then one column per series, in percent; an empty cell is no data
page    = 1   # one line: see below
words   = 2   # x, y, kind, text
keys    = 3   # series, x, y of the key, x, y of the segment it belongs to

stats table index page using (W = column(1), H = column(2), left = column(3), \
    right = column(4), top = column(5), bottom = column(6), year0 = column(7), \
    year1 = column(8), series = int(column(9)), others = int(column(10)), \
    highlight = int(column(11)), half = column(12), 0) nooutput

# The terminal cuts a font's name at a comma, and knows bold in enhanced text only.
face = 'Helvetica&#44; Arial&#44; sans-serif'
bold = face.'" font-weight="bold'
set terminal svg size W,H noenhanced background rgb 'white' font face.',12'
set output base.'.svg'

# Okabe and Ito's colours, ordered so that neighbours differ in lightness too; grey is
# for the others. Where one series is in question, the rest steps back.
array colours[8] = [0x0072B2, 0xE69F00, 0x009E73, 0x56B4E9, 0xD55E00, 0xF0E442, \
    0xCC79A7, 0x404040]
full(s) = (others && s == series ? 0xC4C4C4 : colours[s])
fade(c, shift) = int(255 - 0.42 * (255 - ((c >> shift) & 255))) << shift
pale(c) = fade(c, 16) + fade(c, 8) + fade(c, 0)
back(s) = (highlight > 0 && s != highlight)
colour(s) = (back(s) ? pale(full(s)) : full(s))
dark(s) = (!back(s) && (colours[s] == 0x0072B2 || colours[s] == 0x404040) \
    && !(others && s == series))
ink(s) = (back(s) ? 0x4A4A4A : dark(s) ? 0xFFFFFF : 0x000000)

part(s) = (valid(s + 1) ? column(s + 1) : 0)
upto(s) = (s > 0 ? (sum [k = 1:s] part(k)) : 0)
place(s) = (part(s) > 0 ? column(1) : NaN)

# Numbers as SIPRI prints shares: whole from 10 on, below with one decimal. A number needs
# a segment as high as its line and a column as wide as its digits.
tenths(x) = floor(10 * x + 0.5) / 10.0
digits(x) = (tenths(x) < 10 ? sprintf('%.1f', tenths(x)) \
    : sprintf('%.0f', floor(x + 0.5)))
slot = (right - left) / (year1 - year0 + 1)
number(s) = (part(s) >= 5.5 && slot >= 18 \
    ? digits(part(s)).(slot >= 40 ? '%' : '') : '')
step = (slot >= 36 ? 1 : slot >= 18 ? 2 : slot >= 7.5 ? 5 : slot >= 4 ? 10 : 50)
start = (step < 5 ? year1 - step * floor((year1 - year0) / step) \
    : step * ceil(year0 / step))

unset key
unset border
set multiplot

set lmargin at screen left / W
set rmargin at screen right / W
set tmargin at screen 1 - top / H
set bmargin at screen 1 - bottom / H
set xrange [year0 - 0.5:year1 + 0.5]
set yrange [0:100]
set grid ytics back linetype 1 linecolor rgb '#E4E4E4' linewidth 1
set ytics 0,25,100 scale 0 format '%.0f%%' textcolor rgb '#5A5A5A' font face.',12'
set xtics start,step,year1 scale 0 format '%.0f' textcolor rgb '#5A5A5A' \
    font face.',12' offset 0,0.2
set arrow 1 from year0 - 0.5,0 to year1 + 0.5,0 nohead front linecolor rgb '#8A8A8A'
set style fill solid 1 border rgb 'white'

plot for [s = 1:series] table index figures \
        using (place(s)):(0):($1 - half):($1 + half):(upto(s - 1)):(upto(s)) \
        with boxxyerror linecolor rgb colour(s) linewidth 1, \
    for [s = 1:series] table index figures \
        using (place(s)):((upto(s - 1) + upto(s)) / 2):(number(s)) \
        with labels center font face.(slot >= 23 ? ',11' : ',9') textcolor rgb ink(s)

# The page around the columns.
set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:W]
set yrange [H:0]
unset grid
unset tics
unset arrow 1
is(kind) = (column(3) == kind ? column(1) : NaN)

plot table index keys using 4:5:($2 - $4):($3 - $5) \
        with vectors nohead linecolor rgb '#A8A8A8' linewidth 0.8, \
    table index keys using 2:3:2:($2 + 10):($3 - 5):($3 + 5):(colour(int($1))) \
        with boxxyerror linecolor rgb variable, \
    table index words using (is(1)):2:4 \
        with labels left font bold.',19' textcolor rgb '#111111', \
    table index words using (is(2)):2:4 \
        with labels left font face.',13' textcolor rgb '#5A5A5A', \
    table index words using (is(3)):2:4 \
        with labels left font face.',11' textcolor rgb '#6A6A6A', \
    table index words using (is(4)):2:4 \
        with labels left font face.',12.5' textcolor rgb '#222222', \
    table index words using (is(5)):2:4 \
        with labels left font bold.',12.5' textcolor rgb '#111111', \
    table index words using (is(6)):2:4 \
        with labels center font face.',11' textcolor rgb '#767676', \
    table index words using (is(7)):2:4 \
        with labels center rotate by 90 font face.',11' textcolor rgb '#767676'

unset multiplot
unset output
