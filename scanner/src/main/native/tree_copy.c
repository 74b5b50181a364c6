/*
 * Copies a syntax tree into an array of numbers in one call. Built together with tree-sitter's
 * runtime; the scanner's NativeParser reads the result, and NativeCursor does the same from outside.
 */
#include <stdint.h>
#include <tree_sitter/api.h>

/* Four numbers for each node, children before their parent. */
typedef struct {
    uint32_t kind; /* symbol | field << 16 */
    uint32_t start;
    uint32_t end;
    uint32_t children; /* how many of them are kept, << 1, | whether this node is named */
} Record;

enum { TOO_DEEP = -1, NO_ROOM = -2, ERROR_SYMBOL = 0xFFFF };

typedef struct {
    TSTreeCursor cursor;
    const uint8_t *dropped; /* by symbol */
    int32_t depth_max;
    Record *records;
    int32_t room;
    int32_t count;
} Copy;

/* Comments are extras; so are parts that fit nowhere, which are read on. */
static bool is_kept(const Copy *copy, TSNode node) {
    TSSymbol symbol = ts_node_symbol(node);
    return symbol == ERROR_SYMBOL || (!copy->dropped[symbol] && !ts_node_is_extra(node));
}

/* Copies the node under the cursor, which stands there again afterwards. Returns 0 or what went wrong. */
static int32_t copy_node(Copy *copy, int32_t depth) {
    if (depth > copy->depth_max) return TOO_DEEP;
    TSNode node = ts_tree_cursor_current_node(&copy->cursor);
    uint32_t field = ts_tree_cursor_current_field_id(&copy->cursor);
    uint32_t children = 0;
    if (ts_tree_cursor_goto_first_child(&copy->cursor)) {
        do {
            if (!is_kept(copy, ts_tree_cursor_current_node(&copy->cursor))) continue;
            int32_t wrong = copy_node(copy, depth + 1);
            if (wrong) return wrong;
            children++;
        } while (ts_tree_cursor_goto_next_sibling(&copy->cursor));
        ts_tree_cursor_goto_parent(&copy->cursor);
    }
    if (copy->count == copy->room) return NO_ROOM;
    copy->records[copy->count++] = (Record) {
        .kind = ts_node_symbol(node) | field << 16,
        .start = ts_node_start_byte(node),
        .end = ts_node_end_byte(node),
        .children = children << 1 | ts_node_is_named(node),
    };
    return 0;
}

/* Returns how many records were written, or what went wrong. */
int32_t signet_tree_copy(
    const TSTree *tree, const uint8_t *dropped, int32_t depth_max, Record *records, int32_t room
) {
    Copy copy = {
        .cursor = ts_tree_cursor_new(ts_tree_root_node(tree)),
        .dropped = dropped,
        .depth_max = depth_max,
        .records = records,
        .room = room,
    };
    int32_t wrong = copy_node(&copy, 0);
    ts_tree_cursor_delete(&copy.cursor);
    return wrong ? wrong : copy.count;
}
