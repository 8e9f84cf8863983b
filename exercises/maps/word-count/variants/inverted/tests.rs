use super::*;

fn likes() -> HashMap<String, String> {
    let pairs = [
        ("ann", "fig"),
        ("bo", "kiwi"),
        ("cy", "fig"),
        ("di", "fig"),
        ("ed", "fig"),
    ];
    pairs
        .iter()
        .map(|(a, b)| (a.to_string(), b.to_string()))
        .collect()
}

#[test]
fn sorted_fans() {
    for _ in 0..5 {
        assert_eq!(
            fans(&likes())["fig"],
            ["ann", "cy", "di", "ed"],
            "all fans of figs, sorted"
        );
    }
    assert_eq!(fans(&likes())["kiwi"], ["bo"], "one fan of kiwis");
}

#[test]
fn nobody_likes_anything() {
    assert!(fans(&HashMap::new()).is_empty(), "no likes, no fans");
}
