package io.fdscope.jmc.install;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * A picture's size.
 *
 * @param width in pixels
 * @param height in pixels
 */
record Icon(int width, int height) {
    static Icon of(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        return new Icon(picture.getWidth(), picture.getHeight());
    }

    /** How many different colours a picture has. */
    static long colours(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int width = picture.getWidth();
        return Arrays.stream(picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width))
                .distinct()
                .count();
    }

    /** As pages hold it. */
    static Icon of(String base64) throws IOException {
        return of(Base64.getDecoder().decode(base64));
    }
}
