/* Text from data, made harmless for CSV readers, spreadsheets and XML parsers. */
#include "data/escape.h"

#include <string.h>

static arms_text without(arms_text cell, char byte)
{
    while (cell.len > 0 && cell.ptr[0] == byte)
        cell = (arms_text){cell.ptr + 1, cell.len - 1};
    return cell;
}

/* What a spreadsheet takes for the start of a formula (OWASP ASVS 1.2.10), also in the
 * full-width forms of the four signs. */
static bool is_formula(arms_text cell)
{
    static const char *const wide[] = {"＝", "＋", "－", "＠"};
    cell = without(cell, ' ');
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (arms_text_starts(cell, wide[i]))
            return true;
    return cell.len > 0 && cell.ptr[0] != '\0' && strchr("=+-@\t\r", cell.ptr[0]);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool needs_quotes(arms_text cell)
{
    for (size_t i = 0; i < cell.len; i++)
        if (memchr(",\"\r\n;", cell.ptr[i], 5))
            return true;
    return cell.len > 0 && (is_blank(cell.ptr[0]) || is_blank(cell.ptr[cell.len - 1]));
}

static void put_quoted(arms_buffer *out, arms_text cell, const char *mark)
{
    arms_buffer_print(out, "\"%s", mark);
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.ptr[i] == '"')
            arms_buffer_string(out, "\"");
        arms_buffer_text(out, (arms_text){cell.ptr + i, 1});
    }
    arms_buffer_string(out, "\"");
}

void arms_escape_csv(arms_buffer *out, arms_text cell)
{
    if (is_formula(without(cell, '\'')))
        put_quoted(out, cell, "'");
    else if (needs_quotes(cell))
        put_quoted(out, cell, "");
    else
        arms_buffer_text(out, cell);
}

void arms_quote_csv(arms_buffer *out, arms_text cell)
{
    bool marked = cell.len > 0 && cell.ptr[0] == '\'';
    if (marked && is_formula(without(cell, '\'')))
        put_quoted(out, cell, "'");
    else if (needs_quotes(cell))
        put_quoted(out, cell, "");
    else
        arms_buffer_text(out, cell);
}

arms_text arms_unescape_csv(arms_text field)
{
    bool marked = field.len > 0 && field.ptr[0] == '\'';
    return marked && is_formula(without(field, '\''))
               ? (arms_text){field.ptr + 1, field.len - 1}
               : field;
}

static const char *xml_entity(char byte)
{
    switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

void arms_escape_xml(arms_buffer *out, arms_text text)
{
    for (size_t i = 0; i < text.len; i++) {
        const char *entity = xml_entity(text.ptr[i]);
        bool control = (unsigned char)text.ptr[i] < 0x20;
        if (entity)
            arms_buffer_string(out, entity);
        else if (control)
            arms_buffer_string(out, " ");
        else
            arms_buffer_text(out, (arms_text){text.ptr + i, 1});
    }
}
