package comity.papers;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads drawings, with distrust.
final class Xml {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> DRAWS = Set.of(
            "svg",
            "g",
            "a",
            "title",
            "desc",
            "path",
            "circle",
            "ellipse",
            "rect",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan");

    private Xml() {}

    static Document empty() {
        return builder().newDocument();
    }

    /// The root of a drawing.
    ///
    /// @throws IllegalArgumentException when it is none, or does more than draw
    static Element drawing(String svg) {
        Element root;
        try {
            root = builder().parse(new InputSource(new StringReader(svg))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("Not a drawing", e);
        }
        requireDraws(root);
        NodeList all = root.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            requireDraws((Element) all.item(i));
        }
        return root;
    }

    private static void requireDraws(Element element) {
        if (!SVG.equals(element.getNamespaceURI()) || !DRAWS.contains(element.getLocalName())) {
            throw new IllegalArgumentException("A drawing may not hold the element " + element.getTagName());
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            String value = attributes.item(i).getNodeValue();
            boolean leads = name.equals("href") || name.endsWith(":href");
            if (name.startsWith("on")
                    || name.equals("style")
                    || value.contains("url(")
                    || leads && !value.startsWith("#")) {
                throw new IllegalArgumentException("A drawing may not have the attribute " + name);
            }
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's reader knows both", e);
        }
    }
}
