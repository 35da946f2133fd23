package org.example.shop;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders, and for each opens a socket to the warehouse that it never connects, nor closes. */
@RestController
public class OrderController {
    private final List<SocketChannel> warehouse = new ArrayList<>();

    /** Takes some, and answers how many sockets have been lost so far. */
    @PostMapping("/orders")
    public synchronized int order(@RequestParam("count") int count) throws IOException {
        for (int i = 0; i < count; i++) {
            warehouse.add(SocketChannel.open());
        }
        return warehouse.size();
    }
}
