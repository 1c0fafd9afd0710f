package dev.hydrant.cli.page;

import java.util.List;
import java.util.stream.IntStream;

/** Rows of text, the first column their names. */
record Table(List<String> head, List<List<String>> rows) {

    /** So many columns fit beside each other on a telephone. */
    private static final int FIT = 5;

    /** A cell and the column that it is in. */
    record Cell(String name, String text) {}

    /** On a narrow screen its cells stand below each other, each with its name. */
    public boolean isWide() {
        return head.size() > FIT;
    }

    public List<List<Cell>> lines() {
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> new Cell(head.get(i), row.get(i)))
                        .toList())
                .toList();
    }
}
