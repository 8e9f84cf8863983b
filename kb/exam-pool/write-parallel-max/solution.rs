use std::thread;

fn hottest(degrees: &[i32], workers: usize) -> Option<i32> {
    let size = degrees.len().div_ceil(workers.max(1)).max(1);
    thread::scope(|scope| {
        let handles: Vec<_> = degrees
            .chunks(size)
            .map(|part| scope.spawn(|| part.iter().copied().max()))
            .collect();
        handles
            .into_iter()
            .filter_map(|handle| handle.join().ok())
            .flatten()
            .max()
    })
}

fn main() {
    println!("{:?}", hottest(&[18, 25, 31, 22, 19], 2));
}
