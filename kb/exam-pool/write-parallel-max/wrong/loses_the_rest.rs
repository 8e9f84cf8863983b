use std::thread;

fn hottest(degrees: &[i32], workers: usize) -> Option<i32> {
    let size = (degrees.len() / workers).max(1);
    thread::scope(|scope| {
        let handles: Vec<_> = degrees
            .chunks(size)
            .take(workers)
            .map(|part| scope.spawn(|| part.iter().copied().max()))
            .collect();
        handles
            .into_iter()
            .filter_map(|handle| handle.join().unwrap())
            .max()
    })
}

fn main() {}
