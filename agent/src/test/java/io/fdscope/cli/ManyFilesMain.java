package io.fdscope.cli;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens files until it can open no more, and closes them. Says how that failed. Something has to fail before that: the C
 * library opens its catalog of messages at the first failure, and words it in English if it then cannot.
 */
final class ManyFilesMain {
    private ManyFilesMain() {}

    public static void main(String[] arguments) throws IOException {
        List<FileInputStream> files = new ArrayList<>();
        open("/nonexistent", files);
        String failure = "";
        while (failure.isEmpty()) {
            failure = open("/dev/null", files);
        }
        for (FileInputStream file : files) {
            file.close();
        }
        System.out.println(failure);
    }

    /** How that failed, or nothing. */
    private static String open(String file, List<FileInputStream> files) {
        try {
            files.add(new FileInputStream(file));
            return "";
        } catch (FileNotFoundException e) {
            return e.getMessage();
        }
    }
}
