package dev.hydrant.load.text;

/** Reads the files that a load names; where they are is the caller's. */
@FunctionalInterface
public interface LoadFiles {

    /** For loads that may name no file. */
    LoadFiles NONE = name -> {
        throw new IllegalArgumentException("'" + name + "': no file can be read here: allowed loads without one");
    };

    /**
     * All of a file.
     *
     * @throws IllegalArgumentException when it can't be read, naming the file and what is allowed
     */
    String read(String name);
}
