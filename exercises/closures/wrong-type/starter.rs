pub type Step = fn(i32) -> i32;

pub fn steps(n: i32) -> Vec<Step> {
    vec![move |x| x + n, move |x| x * n]
}

pub fn run(steps: &[Step], x: i32) -> i32 {
    steps.iter().fold(x, |x, step| step(x))
}
