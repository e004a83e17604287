/* Words for reasons, policies and flows, as the JSON output has them, and for
 * partners. */
#include <armstrade/tally.h>

#include <stddef.h>

static const char *const reason_names[] = {
    [ARMS_REASON_NONE] = NULL,
    [ARMS_REASON_NOT_COVERED] = "not-covered",
    [ARMS_REASON_OTHER_MEASURE] = "other-measure",
    [ARMS_REASON_OTHER_PERIOD] = "other-period",
    [ARMS_REASON_PARTIAL_YEAR] = "partial-year",
    [ARMS_REASON_ROUNDING] = "rounding",
    [ARMS_REASON_ALLOCATED] = "allocated",
    [ARMS_REASON_PERIOD_AMBIGUOUS] = "period-ambiguous",
    [ARMS_REASON_GROUP_UNDEFINED] = "group-undefined",
    [ARMS_REASON_UNKNOWN_NAME] = "unknown-name",
    [ARMS_REASON_UNDEFINED] = "undefined",
    [ARMS_REASON_NO_DATA] = "no-data",
};

const char *arms_reason_name(arms_reason reason)
{
    return reason_names[reason];
}

const char *arms_direction_name(arms_direction flow)
{
    return flow == ARMS_IMPORT ? "import" : "export";
}

const arms_partner_word *arms_partner_words(const arms_question *question)
{
    static const arms_partner_word world[] = {
        [ARMS_IMPORT] = {"importer", "importers"},
        [ARMS_EXPORT] = {"exporter", "exporters"},
    };
    static const arms_partner_word partners[] = {
        [ARMS_IMPORT] = {"supplier", "suppliers"},
        [ARMS_EXPORT] = {"recipient", "recipients"},
    };
    return &(question->subject == ARMS_ALL ? world : partners)[question->flow];
}
