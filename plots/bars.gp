# Horizontal bars: a figure for each party, with its bounds and that of an earlier period.
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
figures = 0   # row, y, value, low, high, before, party; an empty cell is no data
page    = 1   # one line: see below
words   = 2   # x, y, kind, text
ticks   = 3   # number, x
keys    = 4   # kind, x of the left end, y

stats table index page using (W = column(1), H = column(2), left = column(3), \
    right = column(4), top = column(5), bottom = column(6), low = column(7), \
    high = column(8), least = column(9), most = column(10), two = int(column(11)), \
    changes = int(column(12)), highlight = int(column(13)), 0) nooutput

# The terminal cuts a font's name at a comma, and knows bold in enhanced text only.
face = 'Helvetica&#44; Arial&#44; sans-serif'
bold = face.'" font-weight="bold'
set terminal svg size W,H noenhanced background rgb 'white' font face.',12'
set output base.'.svg'

# Okabe and Ito's blue, and their vermilion for what fell; grey is for the earlier period.
# Where one row is in question, the rest steps back.
fade(c, shift) = int(255 - 0.42 * (255 - ((c >> shift) & 255))) << shift
pale(c) = fade(c, 16) + fade(c, 8) + fade(c, 0)
back(row) = (highlight > 0 && row != highlight)
tint(row, c) = (back(row) ? pale(c) : c)
later(row, v) = tint(row, changes && v < 0 ? 0xD55E00 : 0x0072B2)
earlier(row) = tint(row, 0x8A8A8A)

# A figure's place; what is cut ends at the edge. The earlier bar lies below the other.
known(c) = (valid(c) ? column(c) : NaN)
cut(v) = (v < least || v > most)
at(v) = left + (right - left) * ((cut(v) ? (v < 0 ? low : high) : v) - low) / (high - low)
lift = (two ? 4 : 0)
some(c) = (abs(known(c)) > 0 ? at(0) : NaN)

# Bounds, where they say something and the bar is whole; they may run on beyond the edge.
bounded(row) = (known(4) < known(5) && !cut(known(3)))
inside(v) = (v < least ? least : v > most ? most : v)
bound(c) = (bounded(0) ? at(inside(column(c))) : NaN)
end(c) = (bounded(0) && !cut(column(c)) ? at(column(c)) : NaN)
beyond(c) = (bounded(0) && cut(column(c)) ? bound(c) : NaN)

# The mark of a cut lies between the last true place and the edge.
gap(c) = (!cut(known(c)) ? NaN : known(c) < 0 ? (at(least) + left) / 2 : \
    (at(most) + right) / 2)

unset key
unset border
unset tics
set style fill solid 1 noborder
set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:W]
set yrange [H:0]
set arrow 1 from at(0),top - 2 to at(0),bottom nohead front linecolor rgb '#8A8A8A'
is(kind) = (column(3) == kind ? column(1) : NaN)
mark(kind) = (column(1) == kind ? column(2) : NaN)

plot table index ticks using 2:(top - 2):(0):(bottom - top + 2) \
        with vectors nohead linecolor rgb '#E4E4E4' linewidth 1, \
    table index figures \
        using (some(3)):2:(at(0)):(at($3)):($2 - lift - 7):($2 - lift + 7): \
            (later($1, $3)) \
        with boxxyerror linecolor rgb variable, \
    table index figures \
        using (some(6)):2:(at(0)):(at($6)):($2 + 5):($2 + 11):(earlier($1)) \
        with boxxyerror linecolor rgb variable, \
    table index figures using (gap(3) - 4):($2 - lift + 10):(8):(-20) \
        with vectors nohead linecolor rgb 'white' linewidth 5, \
    table index figures using (gap(3) - 7):($2 - lift + 10):(8):(-20) \
        with vectors nohead linecolor rgb '#5A5A5A' linewidth 1, \
    table index figures using (gap(3) - 1):($2 - lift + 10):(8):(-20) \
        with vectors nohead linecolor rgb '#5A5A5A' linewidth 1, \
    table index figures using (bound(4)):($2 - lift):(bound(5) - bound(4)):(0) \
        with vectors nohead linecolor rgb 'white' linewidth 3.5, \
    table index figures using (bound(4)):($2 - lift):(bound(5) - bound(4)):(0) \
        with vectors nohead linecolor rgb '#111111' linewidth 1.3, \
    for [c = 4:5] table index figures using (end(c)):($2 - lift - 4):(0):(8) \
        with vectors nohead linecolor rgb '#111111' linewidth 1.3, \
    for [c = 4:5] table index figures \
        using (beyond(c)):($2 - lift):(c == 5 ? 6 : -6):(0) \
        with vectors head filled size 6,25 fixed linecolor rgb '#111111' linewidth 1.3, \
    table index keys using (mark(1)):3:2:($2 + 16):($3 - 6):($3 + 6) \
        with boxxyerror linecolor rgb '#0072B2', \
    table index keys using (mark(2)):3:2:($2 + 16):($3 - 3):($3 + 3) \
        with boxxyerror linecolor rgb '#8A8A8A', \
    table index keys using (mark(3)):3:(16):(0) \
        with vectors nohead linecolor rgb '#111111' linewidth 1.3, \
    for [d = 0:16:16] table index keys using (mark(3) + d):($3 - 4):(0):(8) \
        with vectors nohead linecolor rgb '#111111' linewidth 1.3, \
    for [d = 1:7:6] table index keys using (mark(4) + d):($3 + 7):(6):(-14) \
        with vectors nohead linecolor rgb '#5A5A5A' linewidth 1, \
    table index words using (is(1)):2:4 \
        with labels left font bold.',19' textcolor rgb '#111111', \
    table index words using (is(2)):2:4 \
        with labels left font face.',13' textcolor rgb '#5A5A5A', \
    table index words using (is(3)):2:4 \
        with labels left font face.',11' textcolor rgb '#6A6A6A', \
    table index words using (is(4)):2:4 \
        with labels right font face.',12.5' textcolor rgb '#222222', \
    table index words using (is(5)):2:4 \
        with labels right font bold.',12.5' textcolor rgb '#111111', \
    table index words using (is(6)):($2 - lift):4 \
        with labels left font face.',12' textcolor rgb '#222222', \
    table index words using (is(7)):($2 - lift):4 \
        with labels left font bold.',12' textcolor rgb '#111111', \
    table index words using (is(8)):($2 - lift):4 \
        with labels right font face.',12' textcolor rgb '#222222', \
    table index words using (is(9)):($2 - lift):4 \
        with labels right font bold.',12' textcolor rgb '#111111', \
    table index words using (is(10)):($2 - lift):4 \
        with labels left font face.',12' textcolor rgb '#6A6A6A', \
    table index words using (is(11)):($2 - lift):4 \
        with labels right font face.',12' textcolor rgb '#6A6A6A', \
    table index words using (is(12)):2:4 \
        with labels center font face.',12' textcolor rgb '#5A5A5A', \
    table index words using (is(13)):2:4 \
        with labels left font face.',12' textcolor rgb '#444444'

unset output
