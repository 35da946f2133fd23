package io.fdscope.jmc.install;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;

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

    /** As pages hold it. */
    static Icon of(String base64) throws IOException {
        return of(Base64.getDecoder().decode(base64));
    }
}
