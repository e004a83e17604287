# Lines: figures of one or several series over the years, with bands, trends and marks.
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
figures = 0   # year, then one column per series; an empty cell is no data
page    = 1   # one line: see below
words   = 2   # x, y, kind, text
shapes  = 3   # kind, series, x, y, x of its end, y
curves  = 4   # kind, series, year, value, low, high; an empty line is a gap

stats table index page using (W = column(1), H = column(2), left = column(3), \
    right = column(4), top = column(5), bottom = column(6), year0 = column(7), \
    year1 = column(8), series = int(column(9)), highlight = int(column(10)), \
    low = column(11), high = column(12), step = column(13), \
    smoothed = int(column(14)), 0) nooutput

# The terminal cuts a font's name at a comma, and knows bold in enhanced text only.
face = 'Helvetica&#44; Arial&#44; sans-serif'
bold = face.'" font-weight="bold'
set terminal svg size W,H noenhanced background rgb 'white' font face.',12'
set output base.'.svg'

# Okabe and Ito's colours, those that are dark enough for a line; each has a mark of its
# own too, for readers without colour. Where one series is in question, the rest is paler.
array colours[6] = [0x0072B2, 0xD55E00, 0x009E73, 0xB8578F, 0x404040, 0xC98A00]
array marks[6] = [7, 5, 9, 13, 11, 6]
fade(c, shift) = int(255 - 0.45 * (255 - ((c >> shift) & 255))) << shift
pale(c) = fade(c, 16) + fade(c, 8) + fade(c, 0)
back(s) = (highlight > 0 && s != highlight)
colour(s) = (back(s) ? pale(colours[s]) : colours[s])
one = (series == 1)

# Bands are see-through, since they may lie upon each other. A smooth line takes the
# weight from the figures.
veil(s, part) = (int(255 * (1 - part)) << 24) + colour(s)
fitted(s) = (one ? 0x303030 : colour(s))
fitted_veil(s) = (int(255 * 0.9) << 24) + fitted(s)
slot = (right - left) / (year1 - year0 + 1)
width(s) = (smoothed ? 1 : s == highlight ? 2.6 : 1.9)
size = (slot >= 40 ? 0.7 : slot >= 14 ? 0.55 : slot >= 7 ? 0.4 : 0.28) \
    * (smoothed ? 0.8 : 1)
every = (slot >= 38 ? 1 : slot >= 20 ? 2 : slot >= 7.5 ? 5 : slot >= 4 ? 10 : 50)
start = (every < 5 ? year1 - every * floor((year1 - year0) / every) \
    : every * ceil(year0 / every))

figure(s) = (valid(s + 1) ? column(s + 1) : NaN)
on(kind, s) = (column(1) == kind && column(2) == s ? column(3) : NaN)

unset key
unset border
set multiplot

set lmargin at screen left / W
set rmargin at screen right / W
set tmargin at screen 1 - top / H
set bmargin at screen 1 - bottom / H
set xrange [year0 - 0.5:year1 + 0.5]
set yrange [low:high]
set clip two
set grid ytics back linetype 1 linecolor rgb '#E4E4E4' linewidth 1
set ytics step scale 0 format ''
set xtics start,every,year1 scale 0 format '%.0f' textcolor rgb '#5A5A5A' \
    font face.',12' offset 0,0.2
base_line = (low <= 0 && high >= 0 ? 0 : low)
set arrow 1 from year0 - 0.5,base_line to year1 + 0.5,base_line nohead back \
    linecolor rgb '#8A8A8A'

plot for [s = 1:series] table index curves using (on(4, s)):5:6 \
        with filledcurves fillstyle solid 1 noborder fillcolor rgb fitted_veil(s), \
    for [s = 1:series] table index curves using (on(4, s)):5 \
        with lines linecolor rgb fitted(s) linewidth 0.9 dashtype (1.5,3), \
    for [s = 1:series] table index curves using (on(4, s)):6 \
        with lines linecolor rgb fitted(s) linewidth 0.9 dashtype (1.5,3), \
    for [s = 1:series] table index curves using (on(2, s)):5:6 \
        with filledcurves fillstyle solid 1 noborder fillcolor rgb veil(s, 0.24), \
    for [s = 1:series] table index curves using (on(3, s)):4 \
        with lines linecolor rgb fitted(s) linewidth 1.5 dashtype (7,4), \
    for [s = 1:series] table index figures using 1:(figure(s)) \
        with lines linecolor rgb colour(s) linewidth width(s), \
    for [s = 1:series] table index figures using 1:(figure(s)) \
        with points linecolor rgb colour(s) pointtype marks[s] pointsize size, \
    for [s = 1:series] table index curves using (on(5, s)):4 \
        with lines linecolor rgb colour(s) linewidth 3

# The page around the lines.
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
shape(kind) = (column(1) == kind ? column(3) : NaN)
key(s) = (column(1) == 1 && column(2) == s ? column(3) : NaN)
sample(s) = (one ? colours[s] : 0x606060)
fitted_sample = (one ? 0x303030 : 0x606060)

plot table index shapes using (shape(2)):4:($5 - $3):($6 - $4) \
        with vectors nohead linecolor rgb '#A8A8A8' linewidth 0.8, \
    table index shapes using (shape(3)):4:($5 - $3):($6 - $4) \
        with vectors nohead linecolor rgb '#606060' linewidth 1 dashtype (3,3), \
    for [s = 1:series] table index shapes using (key(s)):4:($5 - $3):(0) \
        with vectors nohead linecolor rgb colour(s) linewidth 2, \
    for [s = 1:series] table index shapes using ((key(s) + $5) / 2):4 \
        with points linecolor rgb colour(s) pointtype marks[s] pointsize 0.6, \
    table index shapes using (shape(11)):4:($5 - $3):(0) \
        with vectors nohead linecolor rgb sample(1) linewidth width(0), \
    table index shapes using ((shape(11) + $5) / 2):4 \
        with points linecolor rgb sample(1) pointtype marks[1] pointsize 0.5, \
    table index shapes using (shape(12)):4:3:5:($4 - 6):($4 + 6) \
        with boxxyerror fillstyle solid 0.24 noborder linecolor rgb sample(1), \
    table index shapes using (shape(13)):4:($5 - $3):(0) \
        with vectors nohead linecolor rgb fitted_sample linewidth 1.5 dashtype (7,4), \
    table index shapes using (shape(14)):4:3:5:($4 - 6):($4 + 6) \
        with boxxyerror fillstyle solid 0.1 noborder linecolor rgb fitted_sample, \
    for [y = -1:1:2] table index shapes using (shape(14)):($4 + 6 * y):($5 - $3):(0) \
        with vectors nohead linecolor rgb fitted_sample linewidth 0.9 dashtype (1.5,3), \
    table index shapes using (shape(15)):4:($5 - $3):(0) \
        with vectors nohead linecolor rgb sample(1) linewidth 3, \
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
        with labels left font face.',12' textcolor rgb '#444444', \
    table index words using (is(7)):2:4 \
        with labels left font face.',11.5' textcolor rgb '#333333', \
    table index words using (is(8)):2:4 \
        with labels right font face.',12' textcolor rgb '#5A5A5A'

unset multiplot
unset output
