use std::thread;

pub fn count_parallel(text: &str, letter: char, threads: usize) -> usize {
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                scope.spawn(move || {
                    text.lines()
                        .skip(first)
                        .take(1)
                        .map(|line| line.matches(letter).count())
                        .sum::<usize>()
                })
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap())
            .sum()
    })
}
