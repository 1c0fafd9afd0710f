"""One thread that puts the same batch over and over with boto3: the rival of HydrantLoop.java.

Arguments: URL, file with a record a line, seconds to warm up, seconds to measure. Prints records a second.
"""

import sys
import time

import boto3


def loop(client, records, seconds):
    sent = 0
    start = time.perf_counter()
    elapsed = 0.0
    while elapsed < seconds:
        response = client.put_record_batch(DeliveryStreamName="sensors", Records=records)
        if response["FailedPutCount"] > 0:
            sys.exit(f"{response['FailedPutCount']} records were rejected")
        sent += len(records)
        elapsed = time.perf_counter() - start
    return sent / elapsed


def main():
    url, file, warm_up, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    with open(file, "rb") as lines:
        records = [{"Data": line} for line in lines]
    client = boto3.client(
        "firehose",
        endpoint_url=url,
        region_name="us-east-1",
        aws_access_key_id="local",
        aws_secret_access_key="local",
    )
    loop(client, records, warm_up)
    print(loop(client, records, seconds))


main()
