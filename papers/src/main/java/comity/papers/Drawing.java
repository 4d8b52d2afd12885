package comity.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// A drawing taken apart: its shapes, and its texts with their places. The library that draws the shapes
/// joins no Arabic letters, so the texts are set by the one that sets all others; they can be searched
/// and read aloud, too.
///
/// @param shapes the root of the drawing, without its texts
record Drawing(Element shapes, double width, double height, List<Label> labels) {
    private static final Pattern TRANSLATE =
            Pattern.compile("translate\\(\\s*(-?[0-9.]+)(?:[\\s,]+(-?[0-9.]+))?\\s*\\)");

    /// A line of text in a drawing.
    ///
    /// @param x where it is anchored
    /// @param y its baseline
    record Label(String text, double x, double y, double size, boolean strong, boolean centred) {}

    /// @throws IllegalArgumentException when it is no drawing, or does more than draw
    static Drawing of(String svg) {
        Element root = Xml.drawing(svg);
        List<Element> texts = new ArrayList<>();
        NodeList found = root.getElementsByTagNameNS("*", "text");
        for (int i = 0; i < found.getLength(); i++) {
            texts.add((Element) found.item(i));
        }
        List<Label> labels = texts.stream().map(Drawing::label).toList();
        texts.forEach(text -> text.getParentNode().removeChild(text));
        return new Drawing(root, number(root, "width"), number(root, "height"), labels);
    }

    private static Label label(Element text) {
        double x = number(text, "x");
        double y = number(text, "y");
        for (Node above = text; above instanceof Element element; above = above.getParentNode()) {
            Matcher moved = TRANSLATE.matcher(element.getAttribute("transform"));
            if (moved.matches()) {
                x += Double.parseDouble(moved.group(1));
                y += moved.group(2) == null ? 0 : Double.parseDouble(moved.group(2));
            } else if (element.hasAttribute("transform")) {
                throw new IllegalArgumentException("A text in a drawing may only be moved");
            }
        }
        return new Label(
                text.getTextContent(),
                x,
                y,
                Double.parseDouble(inherited(text, "font-size", "11")),
                inherited(text, "font-weight", "400").equals("600"),
                inherited(text, "text-anchor", "start").equals("middle"));
    }

    private static String inherited(Element text, String name, String otherwise) {
        for (Node above = text; above instanceof Element element; above = above.getParentNode()) {
            if (element.hasAttribute(name)) {
                return element.getAttribute(name);
            }
        }
        return otherwise;
    }

    private static double number(Element element, String name) {
        try {
            return Double.parseDouble(element.getAttribute(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A drawing says " + name + " in pixels", e);
        }
    }
}
