package dev.hydrant.cli.doctor;

import java.io.IOException;
import java.net.UnknownHostException;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Whether the region is one, and has S3 Tables. */
final class TableBucketsCheck implements Check {

    @Override
    public Finding of(Account account, Plan plan) throws IOException {
        String inTerraform = "%s; Terraform takes it by -var=region=%s".formatted(account.region(), account.region());
        try {
            account.calls().rest("s3tables", SdkHttpMethod.GET, "/buckets?maxBuckets=1", "");
            return Finding.ok(inTerraform);
        } catch (UnknownHostException e) {
            return Finding.fail(
                    "%s has no S3 Tables, or there is no network".formatted(account.region()),
                    "hydrant doctor --region us-east-1");
        } catch (AwsError e) {
            if (e.isDenied()) {
                return Finding.ok(inTerraform);
            }
            throw e;
        }
    }
}
