package io.fdscope.jmc.ui.host;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** What is on the screen where a window is. */
record Picture(Shell shell) {
    private static final int STEP = 3;

    /** Saves it, and says how many colours there are, and how bright it is on the whole, 0 to 255. */
    String save(String file) {
        Display display = shell.getDisplay();
        shell.update();
        while (display.readAndDispatch()) {
            // Until it is drawn.
        }
        Image image = new Image(display, shell.getSize().x, shell.getSize().y);
        GC gc = new GC(display);
        gc.copyArea(image, shell.getLocation().x, shell.getLocation().y);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        loader.save(file, SWT.IMAGE_PNG);
        return words(data);
    }

    private static String words(ImageData data) {
        Set<Integer> colours = new HashSet<>();
        long sum = 0;
        long count = 0;
        for (int y = 0; y < data.height; y += STEP) {
            for (int x = 0; x < data.width; x += STEP) {
                int pixel = data.getPixel(x, y);
                colours.add(pixel);
                sum += data.palette.getRGB(pixel).green;
                count++;
            }
        }
        return colours.size() + " colours, brightness " + sum / count;
    }
}
