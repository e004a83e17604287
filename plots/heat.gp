# Heatmap: figures of many parties over the years, as a table of coloured cells.
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
figures = 0   # year, then one column per party; an empty cell is no data
page    = 1   # one line: see below
words   = 2   # x, y, kind, text
areas   = 3   # kind, left, right, top, bottom, shade from 0 to 1

stats table index page using (W = column(1), H = column(2), slot = column(3), \
    digits = column(4), 0) nooutput

# The terminal cuts a font's name at a comma, and knows bold in enhanced text only.
face = 'Helvetica&#44; Arial&#44; sans-serif'
bold = face.'" font-weight="bold'
set terminal svg size W,H noenhanced background rgb 'white' font face.',12'
set output base.'.svg'

# Viridis (Smith and van der Walt, 2015) from its pale end: even steps of lightness, for
# readers without colour too, and far enough from the white of nil.
set palette defined (0 '#FDE725', 0.125 '#ADDC30', 0.25 '#5EC962', 0.375 '#28AE80', \
    0.5 '#21918C', 0.625 '#2C728E', 0.75 '#3B528B', 0.875 '#472D7B', 1 '#440154')
set palette maxcolors 256
set cbrange [0:1]
unset colorbox
unset key
unset border
unset tics

set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:W]
set yrange [H:0]
is(kind) = (column(3) == kind ? column(1) : NaN)
area(kind) = (column(1) == kind ? (column(2) + column(3)) / 2 : NaN)
seam = (slot >= 12 ? 1 : 0.5)

plot table index areas using (area(6)):4:2:3:4:5 \
        with boxxyerror fillstyle empty linecolor rgb '#E6E6E6' linewidth 1, \
    table index areas using (area(3)):(($4 + $5) / 2):2:3:4:5 \
        with boxxyerror fillstyle solid 1 noborder linecolor rgb '#E8E8E8', \
    table index areas using (area(3)):(($4 + $5) / 2):2:3:4:5 \
        with boxxyerror fillstyle pattern 4 border rgb 'white' linecolor rgb '#8E8E8E' \
        linewidth seam, \
    table index areas using (area(2)):(($4 + $5) / 2):2:3:4:5:6 \
        with boxxyerror fillstyle solid 1 border rgb 'white' linecolor palette \
        linewidth seam, \
    table index areas using (area(5)):(($4 + $5) / 2):2:3:4:5:6 \
        with boxxyerror fillstyle solid 1 noborder linecolor palette, \
    table index areas using (area(1)):(($4 + $5) / 2):2:3:4:5 \
        with boxxyerror fillstyle empty linecolor rgb '#B8B8B8' linewidth 1, \
    table index areas using (area(4)):(($4 + $5) / 2):2:3:4:5 \
        with boxxyerror fillstyle empty linecolor rgb '#B8B8B8' linewidth 1, \
    table index words using (is(1)):2:4 \
        with labels left font bold.',19' textcolor rgb '#111111', \
    table index words using (is(2)):2:4 \
        with labels left font face.',13' textcolor rgb '#5A5A5A', \
    table index words using (is(3)):2:4 \
        with labels left font face.',11' textcolor rgb '#6A6A6A', \
    table index words using (is(4)):2:4 \
        with labels right font face.',12' textcolor rgb '#222222', \
    table index words using (is(5)):2:4 \
        with labels right font bold.',12' textcolor rgb '#111111', \
    table index words using (is(6)):2:4 \
        with labels center font face.',12' textcolor rgb '#5A5A5A', \
    table index words using (is(7)):2:4 \
        with labels center font face.sprintf(',%g', digits) textcolor rgb '#111111', \
    table index words using (is(8)):2:4 \
        with labels center font face.sprintf(',%g', digits) textcolor rgb 'white', \
    table index words using (is(9)):2:4 \
        with labels center font face.',11' textcolor rgb '#5A5A5A', \
    table index words using (is(10)):2:4 \
        with labels left font face.',12' textcolor rgb '#444444'

unset output
