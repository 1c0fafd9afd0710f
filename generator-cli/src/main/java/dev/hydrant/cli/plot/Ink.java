package dev.hydrant.cli.plot;

/** The characters of a plot. */
public enum Ink {
    /** Blocks, in eighths of a line. */
    BLOCKS(" ▁▂▃▄▅▆▇█", '░', '│', '─', '└', '┬'),
    /** For terminals and files without UTF-8. */
    ASCII(" #", ':', '|', '-', '+', '+');

    private final String levels;
    final char shade;
    final char side;
    final char floor;
    final char corner;
    final char tick;

    Ink(String levels, char shade, char side, char floor, char corner, char tick) {
        this.levels = levels;
        this.shade = shade;
        this.side = side;
        this.floor = floor;
        this.corner = corner;
        this.tick = tick;
    }

    /** A cell of which the lower {@code part} is filled, 0 or less to 1 or more. */
    char fill(double part) {
        int full = levels.length() - 1;
        return levels.charAt((int) Math.round(Math.max(0, Math.min(1, part)) * full));
    }
}
