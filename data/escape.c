/* Text from data, made harmless for CSV readers, spreadsheets and XML parsers. */
#include "data/escape.h"

#include <string.h>

/* What a spreadsheet takes for the start of a formula (OWASP ASVS 1.2.10). */
static bool is_formula(arms_text cell)
{
    while (cell.len > 0 && cell.ptr[0] == ' ')
        cell = (arms_text){cell.ptr + 1, cell.len - 1};
    return cell.len > 0 && cell.ptr[0] != '\0' && strchr("=+-@\t\r", cell.ptr[0]);
}

static bool needs_quotes(arms_text cell)
{
    for (size_t i = 0; i < cell.len; i++)
        if (memchr(",\"\r\n;", cell.ptr[i], 5))
            return true;
    return cell.len > 0 && (cell.ptr[0] == ' ' || cell.ptr[cell.len - 1] == ' ');
}

void arms_escape_csv(arms_buffer *out, arms_text cell)
{
    bool formula = is_formula(cell);
    bool quotes = formula || needs_quotes(cell);
    if (!quotes) {
        arms_buffer_text(out, cell);
        return;
    }
    arms_buffer_string(out, formula ? "\"'" : "\"");
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.ptr[i] == '"')
            arms_buffer_string(out, "\"");
        arms_buffer_text(out, (arms_text){cell.ptr + i, 1});
    }
    arms_buffer_string(out, "\"");
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
