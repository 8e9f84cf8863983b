use super::*;

use std::sync::mpsc::channel as result_channel;
use std::time::Duration;

fn in_time(jobs: Vec<Vec<u32>>) -> Vec<u32> {
    let (sender, receiver) = result_channel();
    std::thread::spawn(move || sender.send(gather(jobs)));
    receiver
        .recv_timeout(Duration::from_millis(1500))
        .expect("gather must end by itself: are all senders gone?")
}

#[test]
fn everything_arrives() {
    assert_eq!(
        in_time(vec![vec![3, 1], vec![2], vec![]]),
        [2, 4, 6],
        "each number doubled, sorted"
    );
}

#[test]
fn no_jobs() {
    assert!(in_time(vec![]).is_empty(), "nothing to do");
}

#[test]
fn many() {
    assert_eq!(
        in_time(vec![vec![1; 50]; 8]).len(),
        400,
        "all numbers of all threads"
    );
}
