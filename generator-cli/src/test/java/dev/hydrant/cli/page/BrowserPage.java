package dev.hydrant.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One page in a {@link Browser}. */
final class BrowserPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LOAD_SECONDS = 30;

    private final Browser browser;
    private final String session;
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    BrowserPage(Browser browser, String session) {
        this.browser = browser;
        this.session = session;
        browser.listen(session, this::take);
        call("Page.enable", parameters());
        call("Runtime.enable", parameters());
        call("Log.enable", parameters());
        call("Network.enable", parameters());
    }

    static ObjectNode parameters() {
        return JSON.createObjectNode();
    }

    private void take(JsonNode event) {
        JsonNode told = event.path("params");
        switch (event.path("method").asText()) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled" ->
                complaints.add(told.toString());
            case "Network.requestWillBeSent" -> {
                String url = told.path("request").path("url").asText();
                if (!url.startsWith("file:") && !url.startsWith("data:")) {
                    complaints.add("asked the network for " + url);
                }
            }
            default -> {}
        }
    }

    /** Opens a file as a screen of this width shows it, and waits until it is loaded. */
    void open(Path file, int width, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                parameters()
                        .put("width", width)
                        .put("height", 900)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        ObjectNode media = parameters();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", media);
        call("Page.navigate", parameters().put("url", file.toUri().toString()));
        loaded.orTimeout(LOAD_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The value of an expression in the page. */
    JsonNode evaluate(String expression) {
        JsonNode answer = call(
                "Runtime.evaluate",
                parameters()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** The whole page as PNG. */
    byte[] picture() {
        return data("Page.captureScreenshot", parameters().put("captureBeyondViewport", true));
    }

    /** The page as it is printed. */
    byte[] pdf() {
        return data(
                "Page.printToPDF", parameters().put("printBackground", false).put("preferCSSPageSize", true));
    }

    private byte[] data(String method, ObjectNode parameters) {
        return Base64.getDecoder().decode(call(method, parameters).path("data").textValue());
    }

    /** Errors, warnings and whatever else the console was told; requests to the network. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private JsonNode call(String method, ObjectNode parameters) {
        return browser.call(session, method, parameters);
    }
}
