use std::thread;

fn hottest(degrees: &[i32], workers: usize) -> Option<i32> {
    let size = degrees.len().div_ceil(workers.max(1)).max(1);
    thread::scope(|scope| {
        let mut best = 0;
        let handles: Vec<_> = degrees
            .chunks(size)
            .map(|part| scope.spawn(|| part.iter().fold(0, |a, b| a.max(*b))))
            .collect();
        for handle in handles {
            best = best.max(handle.join().unwrap());
        }
        Some(best)
    })
}

fn main() {}
