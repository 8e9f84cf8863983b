pub type Step = Box<dyn Fn(i32) -> i32>;

pub fn steps(n: i32) -> Vec<Step> {
    vec![Box::new(move |x| x + n), Box::new(move |x| x * n)]
}

pub fn run(steps: &[Step], x: i32) -> i32 {
    steps.iter().fold(x, |x, step| step(x))
}
