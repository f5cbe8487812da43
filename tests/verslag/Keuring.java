import java.io.FileInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDF files with veraPDF: `java -cp … Keuring.java 2a,ua1 FILE…`.
 *
 * <p>Writes a line for each file and norm, with tabs between: norm, file, PASS or FAIL, number of checks, and
 * after FAIL the rules that were broken, each with the first place.
 */
public class Keuring {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<PDFAFlavour> norms =
                Arrays.stream(arguments[0].split(",")).map(PDFAFlavour::byFlavourId).collect(Collectors.toList());
        for (String file : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file));
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(norms)) {
                parser.setFlavours(norms);
                for (ValidationResult result : validator.validateAll(parser)) {
                    System.out.println(String.join("\t", line(file, result)));
                }
            }
        }
    }

    private static String[] line(String file, ValidationResult result) {
        TreeMap<String, String> broken = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.PASSED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                broken.putIfAbsent(rule, rule + ": " + assertion.getMessage() + " @ " + assertion.getLocation().getContext());
            }
        }
        return new String[] {
            result.getPDFAFlavour().getId(),
            file,
            result.isCompliant() ? "PASS" : "FAIL",
            String.valueOf(result.getTotalAssertions()),
            String.join(" | ", broken.values())
        };
    }
}
