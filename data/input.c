/* The bytes of a file, as UTF-8.
 *
 * Files are read whole: those that people download are a few megabytes, and a second
 * reading could see another file. What is plainly no CSV is refused here by its first
 * bytes, with what to do instead. */
#define _POSIX_C_SOURCE 200809L

#include "data/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "data/reason.h"

enum { CHUNK = 1 << 18 };

typedef struct signature {
    const char *bytes;
    size_t length;
    const char *what;
    const char *remedy;
    const char *text_remedy; /* for one who wants text; NULL where it is text */
} signature;

/* Signatures of files that are often saved under the name of a CSV file. */
static const signature signatures[] = {
    {"\xFF\xFE", 2, "UTF-16 text", "save it as UTF-8", NULL},
    {"\xFE\xFF", 2, "UTF-16 text", "save it as UTF-8", NULL},
    {"PK\x03\x04", 4, "a spreadsheet or zip archive",
     "save the sheet as CSV in UTF-8, or unpack the archive and name a file in it",
     "save the document as plain text, or unpack the archive and name a file in it"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8,
     "a spreadsheet or document of older Excel or Word",
     "save the sheet as CSV in UTF-8, with the lines above its header",
     "save the document as plain text"},
    {"%PDF", 4, "a PDF document", "download the table as CSV",
     "save its text, as pdftotext does"},
    {"{\\rtf", 5, "an RTF document",
     "download the table as CSV; SIPRI's register, which its older site gave out so, is "
     "at "
     "armstransfers.sipri.org",
     "save the document as plain text"},
    {"<", 1, "a web page or XML",
     "download the file again; the site answered with a page", NULL},
    {"{", 1, "JSON", "download the table as CSV", NULL},
    {"[", 1, "JSON", "download the table as CSV", NULL},
    {"version https://git-lfs", 23, "a Git LFS pointer", "fetch the file it stands for",
     "fetch the file it stands for"},
};

static bool fail_open(arms_error *err, const char *path, int number)
{
    if (number == ENOENT)
        return arms_fail_at(err, ARMS_INPUT, path, 0,
                            "there is no such file; check the name and the folder");
    return arms_fail_at(err, ARMS_INPUT, path, 0, "cannot be read (%s)",
                        reason_of(number, (char[REASON_SIZE]){0}));
}

static bool check_kind(int file, const arms_input *in, arms_error *err)
{
    struct stat status;
    if (fstat(file, &status) != 0)
        return fail_open(err, in->path, errno);
    if (S_ISDIR(status.st_mode))
        return arms_fail_at(err, ARMS_INPUT, in->path, 0,
                            "is a folder; name a %sfile in it", in->any ? "" : "CSV ");
    return true;
}

static bool wait_for_bytes(int file)
{
    int flags = fcntl(file, F_GETFL);
    return flags >= 0 && fcntl(file, F_SETFL, flags & ~O_NONBLOCK) == 0;
}

static bool open_input(int *file, arms_input *in, const char *path, arms_error *err)
{
    bool standard = strcmp(path, "-") == 0;
    in->path = standard ? "standard input" : path;
    /* Without O_NONBLOCK a FIFO that nobody writes to would hang the program; a slow
     * writer is waited for. */
    *file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (*file < 0)
        return fail_open(err, in->path, errno);
    bool good = check_kind(*file, in, err) &&
                (standard || wait_for_bytes(*file) || fail_open(err, path, errno));
    if (!good && !standard)
        (void)close(*file);
    return good;
}

/* The next bytes of the file: 0 at its end, -1 on failure. */
static ssize_t read_some(int file, char *bytes, size_t size)
{
    ssize_t n;
    do
        n = read(file, bytes, size);
    while (n < 0 && errno == EINTR);
    return n;
}

static bool grow(char **bytes, size_t *capacity, size_t used, arms_error *err)
{
    if (*capacity - used >= CHUNK)
        return true;
    size_t wanted = *capacity + *capacity / 2 + 2 * CHUNK;
    char *more = realloc(*bytes, wanted);
    if (!more)
        return arms_fail_memory(err);
    *bytes = more;
    *capacity = wanted;
    return true;
}

static bool read_whole(char **bytes, size_t *used, int file, size_t max, arms_error *err)
{
    size_t capacity = 0;
    for (ssize_t n = 1; n > 0;) {
        if (!grow(bytes, &capacity, *used, err))
            return false;
        n = read_some(file, *bytes + *used, CHUNK);
        if (n < 0)
            return arms_fail(err, ARMS_INPUT, "cannot be read beyond byte %zu (%s)",
                             *used, reason_of(errno, (char[REASON_SIZE]){0}));
        *used += (size_t)n;
        if (*used > max)
            return arms_fail(err, ARMS_LIMIT,
                             "is larger than %zu bytes, the most that is "
                             "read; split it",
                             max);
    }
    return true;
}

static bool check_signature(const arms_input *in, arms_error *err)
{
    arms_text text = arms_text_trim(in->text);
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        const signature *s = &signatures[i];
        const char *remedy = in->any ? s->text_remedy : s->remedy;
        if (remedy && text.len >= s->length && memcmp(text.ptr, s->bytes, s->length) == 0)
            return arms_fail_at(err, ARMS_INPUT, in->path, 0, "is %s, not %s: %s",
                                s->what, in->any ? "text" : "CSV", remedy);
    }
    return true;
}

static bool check_zero_bytes(const arms_input *in, arms_error *err)
{
    const char *zero = memchr(in->text.ptr, '\0', in->text.len);
    if (!zero)
        return true;
    size_t line = 1;
    for (const char *c = in->text.ptr; c < zero; c++)
        line += *c == '\n';
    return arms_fail_at(err, ARMS_PARSE, in->path, line,
                        "has a zero byte (byte %zu of the text), which no CSV has; "
                        "download it again, or save it as UTF-8",
                        (size_t)(zero - in->text.ptr) + 1);
}

enum { GZIP_WINDOW = 15 + 16 }; /* zlib: the largest window, with a gzip header */

/* One piece of unpacked data, behind what is there already. */
static int inflate_piece(z_stream *stream, arms_input *in, size_t *capacity,
                         arms_error *err)
{
    size_t used = in->unpacked_len;
    if (!grow(&in->unpacked, capacity, used, err))
        return Z_MEM_ERROR;
    stream->next_out = (Bytef *)in->unpacked + used;
    stream->avail_out = CHUNK;
    int status = inflate(stream, Z_NO_FLUSH);
    in->unpacked_len += CHUNK - stream->avail_out;
    /* A file may hold several members, one after the other. */
    if (status == Z_STREAM_END && stream->avail_in > 0)
        status = inflateReset(stream);
    return status;
}

static bool inflate_all(z_stream *stream, arms_input *in, size_t max, arms_error *err)
{
    size_t capacity = 0;
    int status = Z_OK;
    while (status == Z_OK && in->unpacked_len <= max)
        status = inflate_piece(stream, in, &capacity, err);
    if (status == Z_MEM_ERROR)
        return arms_fail_memory(err);
    if (in->unpacked_len > max)
        return arms_fail_at(err, ARMS_LIMIT, in->path, 0,
                            "unpacks to more than %zu bytes, the most that is read", max);
    return status == Z_STREAM_END ||
           arms_fail_at(err, ARMS_INPUT, in->path, 0,
                        "is gzip data that cannot be unpacked; download it again");
}

/* Unpacks gzip data; other bytes are the text as they are. */
static bool unpack(arms_input *in, size_t max, arms_error *err)
{
    z_stream stream = {0};
    in->text = in->bytes;
    if (!arms_text_starts(in->bytes, "\x1F\x8B"))
        return true;
    if (inflateInit2(&stream, GZIP_WINDOW) != Z_OK)
        return arms_fail_memory(err);
    stream.next_in = (z_const Bytef *)in->buffer;
    stream.avail_in = (uInt)in->bytes.len;
    bool done = inflate_all(&stream, in, max, err);
    (void)inflateEnd(&stream);
    in->text = (arms_text){in->unpacked, in->unpacked_len};
    return done;
}

static bool decode(arms_input *in, size_t max, arms_error *err)
{
    if (!unpack(in, max, err))
        return false;
    in->mark = arms_text_starts(in->text, "\xEF\xBB\xBF");
    if (in->mark)
        in->text = (arms_text){in->text.ptr + 3, in->text.len - 3};
    if (arms_text_trim(in->text).len == 0)
        return arms_fail_at(err, ARMS_INPUT, in->path, 0,
                            "is empty; a CSV file has a header and rows");
    if (!check_signature(in, err) || !check_zero_bytes(in, err))
        return false;
    in->latin1 = !arms_text_is_utf8(in->text);
    return !in->latin1 || arms_text_from_latin1(&in->text, &in->arena, in->text, err);
}

static bool read_bytes(arms_input *out, const char *path, size_t max, arms_error *err)
{
    int file;
    char *bytes = NULL;
    size_t used = 0;
    if (!open_input(&file, out, path, err))
        return false;
    bool done = read_whole(&bytes, &used, file, max, err);
    if (!done && err && err->code != ARMS_SYSTEM && !err->file[0])
        (void)strncat(err->file, out->path, sizeof err->file - 1);
    if (file != STDIN_FILENO)
        (void)close(file);
    out->buffer = bytes;
    out->bytes = (arms_text){bytes, used};
    return done;
}

bool arms_input_read(arms_input *out, const char *path, size_t max_bytes, arms_error *err)
{
    *out = (arms_input){0};
    bool done = read_bytes(out, path, max_bytes, err) && decode(out, max_bytes, err);
    if (!done)
        arms_input_free(out);
    return done;
}

bool arms_input_read_any(arms_input *out, const char *path, size_t max_bytes,
                         arms_error *err)
{
    *out = (arms_input){.any = true};
    bool done = read_bytes(out, path, max_bytes, err) && unpack(out, max_bytes, err) &&
                check_signature(out, err);
    if (!done)
        arms_input_free(out);
    return done;
}

void arms_input_free(arms_input *input)
{
    free(input->buffer);
    free(input->unpacked);
    arms_arena_free(&input->arena);
    *input = (arms_input){0};
}
