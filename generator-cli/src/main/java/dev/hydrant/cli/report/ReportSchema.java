package dev.hydrant.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The one description of what a report may hold: {@code report.schema.json}, beside this class. */
final class ReportSchema {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("classpath:dev/hydrant/cli/report/" + RunReport.SCHEMA));

    private ReportSchema() {}

    /** Path, value and what is allowed there; empty when the report keeps to the schema. */
    static String firstError(JsonNode report) {
        List<Error> errors = SCHEMA.validate(report);
        return errors.isEmpty() ? "" : describe(errors.get(0));
    }

    private static String describe(Error error) {
        JsonNode value = error.getInstanceNode();
        String at = error.getInstanceLocation().toString();
        String told = value == null || value.isContainerNode() ? "" : " " + value;
        return (at.isEmpty() ? "/" : at) + told + ": " + error.getMessage();
    }
}
