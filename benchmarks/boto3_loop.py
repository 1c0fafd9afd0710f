"""One thread that puts the same batch over and over with boto3: the rival of HydrantLoop.java.

Arguments: URL, file with a record a line. For each line of standard input, a number of seconds, puts batches that long
and prints records a second and the microseconds of CPU that a batch cost.
"""

import sys
import time

import boto3


def rate(client, records, seconds):
    sent = 0
    cpu = time.process_time()
    start = time.perf_counter()
    elapsed = 0.0
    while elapsed < seconds:
        response = client.put_record_batch(DeliveryStreamName="sensors", Records=records)
        if response["FailedPutCount"] > 0:
            sys.exit(f"{response['FailedPutCount']} records were rejected")
        sent += len(records)
        elapsed = time.perf_counter() - start
    return sent / elapsed, (time.process_time() - cpu) * 1e6 * len(records) / sent


def main():
    url, file = sys.argv[1:]
    with open(file, "rb") as lines:
        records = [{"Data": line} for line in lines]
    client = boto3.client(
        "firehose",
        endpoint_url=url,
        region_name="us-east-1",
        aws_access_key_id="local",
        aws_secret_access_key="local",
    )
    for line in sys.stdin:
        print(*rate(client, records, float(line)), flush=True)


main()
