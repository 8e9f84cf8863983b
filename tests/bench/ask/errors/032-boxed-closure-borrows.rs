fn keep(rules: &mut Vec<Box<dyn Fn(f64) -> f64>>, rule: Box<dyn Fn(f64) -> f64>) {
    rules.push(rule);
}

fn main() {
    let mut rules = Vec::new();
    let rate = 0.19;
    let reference = &rate;
    keep(&mut rules, Box::new(move |net| net * (1.0 + *reference)));
    println!("{}", rules[0](10.0));
}
