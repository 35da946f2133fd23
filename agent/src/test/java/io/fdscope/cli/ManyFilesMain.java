package io.fdscope.cli;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Opens files until it can open no more, and closes them. Says how that failed. */
final class ManyFilesMain {
    private ManyFilesMain() {}

    public static void main(String[] arguments) throws IOException {
        List<FileInputStream> files = new ArrayList<>();
        String failure = "";
        while (failure.isEmpty()) {
            try {
                files.add(new FileInputStream("/dev/null"));
            } catch (FileNotFoundException e) {
                failure = e.getMessage();
            }
        }
        for (FileInputStream file : files) {
            file.close();
        }
        System.out.println(failure);
    }
}
